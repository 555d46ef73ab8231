package io.marquee.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The items of a dataset by original id, rated or not, and what its users said of themselves. An item that is not listed
 * gets a placeholder title, so that every rated item can be shown to people.
 */
public final class Catalogue {

    private final List<Item> items;
    private final Map<String, Item> byId;
    private final ItemTags tags;
    private final Map<String, ItemLinks> links;
    private final Map<String, UserAttributes> users;

    /** A catalogue without tags, links and users. */
    public Catalogue(List<Item> items) {
        this(items, ItemTags.NONE, Map.of(), Map.of());
    }

    /**
     * @param items all listed items, in the source's order
     * @param tags what users called them
     * @param links by original id, where else they are described
     * @param users by original id, what users said of themselves
     */
    public Catalogue(List<Item> items, ItemTags tags, Map<String, ItemLinks> links, Map<String, UserAttributes> users) {
        this.tags = tags;
        this.links = Map.copyOf(links);
        this.users = Map.copyOf(users);
        this.items = List.copyOf(items);
        this.byId = new HashMap<>(items.size() * 2);
        for (Item item : this.items) {
            byId.put(item.id(), item);
        }
    }

    /** A catalogue that knows no titles. */
    public static Catalogue empty() {
        return new Catalogue(List.of());
    }

    /** All listed items, in the source's order. */
    public List<Item> items() {
        return items;
    }

    /** Whether an id is listed. */
    public boolean lists(String id) {
        return byId.containsKey(id);
    }

    /** The item of an original id; for an id that is not listed, one whose title is "Item" and the id. */
    public Item item(String id) {
        Item item = byId.get(id);
        return item != null ? item : new Item(id, "Item " + id, OptionalInt.empty(), List.of());
    }

    /** What users called an item, most given first; empty where nobody tagged it or the source has no tags. */
    public List<ItemTag> tags(String id) {
        return tags.of(id);
    }

    /** All tags. */
    public ItemTags tags() {
        return tags;
    }

    /** Where else an item is described. */
    public Optional<ItemLinks> links(String id) {
        return Optional.ofNullable(links.get(id));
    }

    /** By original id, where else items are described. */
    public Map<String, ItemLinks> links() {
        return links;
    }

    /** What a user said of themselves; empty where the source does not tell. */
    public Optional<UserAttributes> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    /** By original id, what users said of themselves. */
    public Map<String, UserAttributes> users() {
        return users;
    }

    /** The items of an index, in its order, placeholders included. */
    public List<Item> itemsOf(IdIndex index) {
        List<Item> ordered = new ArrayList<>(index.size());
        for (int i = 0; i < index.size(); i++) {
            ordered.add(item(index.id(i)));
        }
        return ordered;
    }
}

package io.marquee.data.cache;

import io.marquee.data.AgeGroup;
import io.marquee.data.Catalogue;
import io.marquee.data.Gender;
import io.marquee.data.Item;
import io.marquee.data.ItemLinks;
import io.marquee.data.ItemTags;
import io.marquee.data.UserAttributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A catalogue as bytes: items, tags, links and users, each text of a tag and each kind of user once. */
final class CatalogueBytes {

    private static final int NONE = -1;

    private CatalogueBytes() {}

    static byte[] write(Catalogue catalogue) throws IOException {
        Bytes.Out out = new Bytes.Out();
        out.writeInt(catalogue.items().size());
        for (Item item : catalogue.items()) {
            out.text(item.id());
            out.text(item.title());
            out.writeInt(item.year().orElse(NONE));
            out.texts(item.genres());
        }
        writeTags(catalogue.tags(), out);
        out.writeInt(catalogue.links().size());
        for (Map.Entry<String, ItemLinks> link : catalogue.links().entrySet()) {
            out.text(link.getKey());
            out.writeInt(link.getValue().imdb().orElse(NONE));
            out.writeInt(link.getValue().tmdb().orElse(NONE));
        }
        writeUsers(catalogue.users(), out);
        return out.toByteArray();
    }

    private static void writeTags(ItemTags tags, Bytes.Out out) throws IOException {
        out.texts(tags.texts());
        out.writeInt(tags.pairs().size());
        for (Map.Entry<String, int[]> item : tags.pairs().entrySet()) {
            out.text(item.getKey());
            out.writeInt(item.getValue().length);
            for (int value : item.getValue()) {
                out.writeInt(value);
            }
        }
    }

    private static void writeUsers(Map<String, UserAttributes> users, Bytes.Out out) throws IOException {
        List<UserAttributes> different = users.values().stream().distinct().toList();
        Map<UserAttributes, Integer> numbers = new HashMap<>();
        out.writeInt(different.size());
        for (UserAttributes user : different) {
            numbers.put(user, numbers.size());
            out.text(user.gender().name());
            out.text(user.ageGroup().name());
            out.text(user.occupation());
        }
        out.writeInt(users.size());
        for (Map.Entry<String, UserAttributes> user : users.entrySet()) {
            out.text(user.getKey());
            out.writeInt(numbers.get(user.getValue()));
        }
    }

    static Catalogue read(byte[] bytes) throws IOException {
        Bytes.In in = new Bytes.In(bytes);
        int count = in.count();
        List<Item> items = new ArrayList<>(count);
        Map<List<String>, List<String>> genres = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String id = in.text();
            String title = in.text();
            OptionalInt year = optional(in.readInt());
            // Few lists of genres are shared by many movies.
            items.add(new Item(id, title, year, genres.computeIfAbsent(in.texts(), List::copyOf)));
        }
        ItemTags tags = readTags(in);
        int linked = in.count();
        Map<String, ItemLinks> links = new HashMap<>(linked * 2);
        for (int i = 0; i < linked; i++) {
            links.put(in.text(), new ItemLinks(optional(in.readInt()), optional(in.readInt())));
        }
        return new Catalogue(items, tags, links, readUsers(in));
    }

    private static Map<String, UserAttributes> readUsers(Bytes.In in) throws IOException {
        int count = in.count();
        List<UserAttributes> different = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            different.add(new UserAttributes(Gender.valueOf(in.text()), AgeGroup.valueOf(in.text()), in.text()));
        }
        int described = in.count();
        Map<String, UserAttributes> users = new HashMap<>(described * 2);
        for (int i = 0; i < described; i++) {
            users.put(in.text(), different.get(in.readInt()));
        }
        return users;
    }

    private static ItemTags readTags(Bytes.In in) throws IOException {
        List<String> texts = in.texts();
        int count = in.count();
        Map<String, int[]> pairs = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            String item = in.text();
            int[] tags = new int[in.count()];
            for (int k = 0; k < tags.length; k++) {
                tags[k] = in.readInt();
            }
            pairs.put(item, tags);
        }
        return ItemTags.of(texts, pairs);
    }

    private static OptionalInt optional(int value) {
        return value == NONE ? OptionalInt.empty() : OptionalInt.of(value);
    }
}

package io.marquee.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.Catalogue;
import io.marquee.data.IdIndex;
import io.marquee.data.Item;
import io.marquee.data.ItemLinks;
import io.marquee.data.ItemTags;
import io.marquee.data.RatedItems;
import io.marquee.data.UserAttributes;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** Reads a model file as data from a stranger: sizes are bounded and nothing in it chooses a class to make. */
final class ModelReader {

    static final String MANIFEST = "manifest.json";
    static final String NETWORK = "model.zip";
    static final String USERS = "users.txt";
    static final String ITEMS = "items.txt";
    static final String CATALOGUE = "catalogue.json";
    /** Not in every file: only where the dataset had links. */
    static final String LINKS = "links.json";
    /** Not in every file: only where the dataset told age, gender and occupation of its users. */
    static final String USER_ATTRIBUTES = "user-attributes.json";
    static final String HISTORY = "history.bin";

    private static final String COEFFICIENTS = "coefficients.bin";
    private static final long MANIFEST_LIMIT = 1 << 20;
    private static final long TEXT_LIMIT = 1L << 30;

    /** Where what is told of movies and users may begin to be bounded by how many there are: a model may know of many more. */
    private static final long FACTS_LIMIT = 16 << 20;

    /** Bytes of an id, on average: more would fill the memory with a file that packs well. */
    private static final long ID_LIMIT = 256;
    private static final int ROW_LIMIT = 50_000_000;

    /** Entries of the network's zip that may come before its coefficients: DL4J writes one, its configuration. */
    private static final int OTHER_LIMIT = 16;

    /** A part of a model shrinks to a tenth at best; what would grow more was packed to fill the memory. */
    private static final long GROWTH_LIMIT = 100;

    private final Path file;
    private final JsonMapper mapper = Json.mapper();

    ModelReader(Path file) {
        this.file = file;
    }

    TrainedModel read() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ModelManifest manifest = manifest(zip);
            // First, since a file that describes a network must hold it: what follows is bounded by its rows.
            NetworkWeights weights = weights(zip, manifest);
            IdIndex users = ids(zip, USERS, manifest.users());
            IdIndex items = ids(zip, ITEMS, manifest.items());
            Catalogue catalogue = catalogue(zip, manifest);
            RatedItems history = history(zip, manifest);
            return new TrainedModel(weights, users, items, catalogue, history, manifest.scale(), manifest.centring(),
                    manifest.hyperparameters(), manifest.protocol(), manifest.result());
        } catch (ModelFileException e) {
            throw e;
        } catch (ZipException e) {
            throw new ModelFileException(file, "it is not a zip file or is damaged (" + e.getMessage() + ").", e);
        } catch (EOFException e) {
            throw new ModelFileException(file, "it ends too early.", e);
        } catch (UTFDataFormatException e) {
            throw new ModelFileException(file, "its network is damaged (" + e.getMessage() + ").", e);
        } catch (JsonProcessingException e) {
            throw new ModelFileException(file, "its description cannot be read. " + Json.inWords(e), e);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, "its parts do not fit together (" + e.getMessage() + ").", e);
        }
    }

    private ModelManifest manifest(ZipFile zip) throws IOException {
        ModelManifest manifest = mapper.readValue(bytes(zip, MANIFEST, MANIFEST_LIMIT), ModelManifest.class);
        if (!ModelManifest.FORMAT.equals(manifest.format())) {
            throw new ModelFileException(file, "its manifest does not say \"" + ModelManifest.FORMAT + "\".", null);
        }
        if (manifest.formatVersion() > ModelManifest.VERSION) {
            throw new ModelFileException(file, "it is of format version " + manifest.formatVersion()
                    + " and this program reads up to " + ModelManifest.VERSION + "; a newer Marquee wrote it.", null);
        }
        boolean complete = manifest.scale() != null && manifest.centring() != null
                && manifest.hyperparameters() != null && told(manifest.protocol()) && manifest.result() != null;
        if (!complete || manifest.users() < 1 || manifest.items() < 1
                || manifest.users() > ROW_LIMIT || manifest.items() > ROW_LIMIT) {
            throw new ModelFileException(file, "its manifest is incomplete.", null);
        }
        return manifest;
    }

    private static boolean told(Protocol protocol) {
        return protocol != null && Stream.of(protocol.dataset(), protocol.datasetFingerprint(), protocol.split(),
                protocol.epochRule(), protocol.trainMseRule(), protocol.device(), protocol.engine()).allMatch(Objects::nonNull);
    }

    private IdIndex ids(ZipFile zip, String name, int expected) throws IOException {
        List<String> ids = new String(bytes(zip, name, Math.min(TEXT_LIMIT, MANIFEST_LIMIT + expected * ID_LIMIT)),
                StandardCharsets.UTF_8).lines().toList();
        if (ids.size() != expected) {
            throw new ModelFileException(file,
                    name + " has " + ids.size() + " ids where the manifest says " + expected + ".", null);
        }
        return IdIndex.ofSorted(ids);
    }

    private NetworkWeights weights(ZipFile zip, ModelManifest manifest) throws IOException {
        ParameterLayout layout =
                new ParameterLayout(manifest.hyperparameters(), manifest.users(), manifest.items());
        if (layout.length() > Integer.MAX_VALUE - 8) {
            throw new ModelFileException(file, "its network has more parameters than this program can hold.", null);
        }
        if (layout.length() * Float.BYTES > unpackedLimit()) {
            throw new ModelFileException(file, "it is too short for the network it describes.", null);
        }
        try (InputStream entry = bounded(entry(zip, NETWORK), unpackedLimit());
                ZipInputStream network = new ZipInputStream(entry)) {
            int others = 0;
            for (ZipEntry inner = network.getNextEntry(); inner != null; inner = network.getNextEntry()) {
                if (inner.getName().equals(COEFFICIENTS)) {
                    return coefficients(network, layout);
                }
                // Unpacked, though nobody reads it: it must not go on for hours.
                if (++others > OTHER_LIMIT || network.skip(MANIFEST_LIMIT + 1) > MANIFEST_LIMIT) {
                    throw new ModelFileException(file, NETWORK + " holds more than a network.", null);
                }
            }
        }
        throw new ModelFileException(file, NETWORK + " has no " + COEFFICIENTS + ".", null);
    }

    private NetworkWeights coefficients(ZipInputStream network, ParameterLayout layout) throws IOException {
        float[] flat = CoefficientsReader.read(network, (int) layout.length());
        // Reading on to the end of the entry lets the zip reader check its checksum.
        if (network.read() != -1) {
            throw new ModelFileException(file, COEFFICIENTS + " is longer than its network.", null);
        }
        return layout.read(flat);
    }

    private Catalogue catalogue(ZipFile zip, ModelManifest manifest) throws IOException {
        List<Item> items = mapper.readValue(bytes(zip, CATALOGUE, TEXT_LIMIT), new TypeReference<List<Item>>() {});
        if (items == null || items.stream().anyMatch(Objects::isNull)) {
            throw new ModelFileException(file, CATALOGUE + " leaves out what it should tell.", null);
        }
        Map<String, ItemLinks> links = optional(zip, LINKS, items.size(), new TypeReference<Map<String, ItemLinks>>() {});
        Map<String, UserAttributes> users =
                optional(zip, USER_ATTRIBUTES, manifest.users(), new TypeReference<Map<String, UserAttributes>>() {});
        return new Catalogue(items, ItemTags.NONE, links, users);
    }

    /** What an entry says of ids, none where there is no such entry. */
    private <V> Map<String, V> optional(ZipFile zip, String name, int ids, TypeReference<Map<String, V>> type)
            throws IOException {
        if (zip.getEntry(name) == null) {
            return Map.of();
        }
        Map<String, V> read = mapper.readValue(bytes(zip, name, Math.min(TEXT_LIMIT, FACTS_LIMIT + ids * ID_LIMIT)), type);
        if (read == null || read.containsValue(null)) {
            throw new ModelFileException(file, name + " leaves out what it should tell.", null);
        }
        return read;
    }

    private RatedItems history(ZipFile zip, ModelManifest manifest) throws IOException {
        try (DataInputStream in = new DataInputStream(bounded(entry(zip, HISTORY), unpackedLimit()))) {
            RatedItems history = RatedItems.readFrom(in, manifest.users(), manifest.items());
            if (in.read() != -1) {
                throw new ModelFileException(file, HISTORY + " is longer than it says.", null);
            }
            return history;
        }
    }

    /** Most bytes that a part of this file may have. */
    private long unpackedLimit() {
        return file.toFile().length() * GROWTH_LIMIT + MANIFEST_LIMIT;
    }

    private static InputStream bounded(InputStream in, long most) throws IOException {
        return BoundedInputStream.builder().setInputStream(in).setMaxCount(most).get();
    }

    private byte[] bytes(ZipFile zip, String name, long most) throws IOException {
        long limit = Math.min(most, unpackedLimit());
        try (InputStream in = bounded(entry(zip, name), limit + 1)) {
            byte[] bytes = in.readAllBytes();
            if (bytes.length > limit) {
                throw new ModelFileException(file, name + " is larger than " + limit + " bytes.", null);
            }
            return bytes;
        }
    }

    private InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ModelFileException(file, "it has no " + name + ".", null);
        }
        return zip.getInputStream(entry);
    }
}

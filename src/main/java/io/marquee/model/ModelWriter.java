package io.marquee.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.IdIndex;
import io.marquee.data.ItemLinks;
import io.marquee.data.UserAttributes;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.deeplearning4j.util.ModelSerializer;

/** Writes the entries of a model file. */
final class ModelWriter {

    private ModelWriter() {}

    static void write(TrainedModel model, OutputStream out) throws IOException {
        JsonMapper mapper = Json.mapper();
        try (ZipOutputStream zip = new ZipOutputStream(CloseShieldOutputStream.wrap(out))) {
            ModelManifest manifest = new ModelManifest(ModelManifest.FORMAT, ModelManifest.VERSION,
                    model.users().size(), model.items().size(), model.scale(), model.centring(),
                    model.hyperparameters(), model.protocol(), model.result());
            zip.putNextEntry(new ZipEntry(ModelReader.MANIFEST));
            zip.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();

            zip.putNextEntry(new ZipEntry(ModelReader.NETWORK));
            ModelSerializer.writeModel(GraphWeights.graphOf(model), CloseShieldOutputStream.wrap(zip), false);
            zip.closeEntry();

            zip.putNextEntry(new ZipEntry(ModelReader.USERS));
            writeIds(model.users(), zip);
            zip.closeEntry();

            zip.putNextEntry(new ZipEntry(ModelReader.ITEMS));
            writeIds(model.items(), zip);
            zip.closeEntry();

            zip.putNextEntry(new ZipEntry(ModelReader.CATALOGUE));
            mapper.writer()
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(zip, model.catalogue().itemsOf(model.items()));
            zip.closeEntry();

            if (!model.catalogue().links().isEmpty()) {
                zip.putNextEntry(new ZipEntry(ModelReader.LINKS));
                mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(zip, linksOfRated(model));
                zip.closeEntry();
            }

            if (!model.catalogue().users().isEmpty()) {
                zip.putNextEntry(new ZipEntry(ModelReader.USER_ATTRIBUTES));
                mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(zip, attributesOfUsers(model));
                zip.closeEntry();
            }

            zip.putNextEntry(new ZipEntry(ModelReader.HISTORY));
            DataOutputStream data = new DataOutputStream(CloseShieldOutputStream.wrap(zip));
            model.history().writeTo(data);
            data.flush();
            zip.closeEntry();
        }
    }

    private static Map<String, ItemLinks> linksOfRated(TrainedModel model) {
        Map<String, ItemLinks> links = new TreeMap<>();
        for (int item = 0; item < model.items().size(); item++) {
            String id = model.items().id(item);
            model.catalogue().links(id).ifPresent(of -> links.put(id, of));
        }
        return links;
    }

    private static Map<String, UserAttributes> attributesOfUsers(TrainedModel model) {
        Map<String, UserAttributes> attributes = new TreeMap<>();
        for (int user = 0; user < model.users().size(); user++) {
            String id = model.users().id(user);
            model.catalogue().user(id).ifPresent(of -> attributes.put(id, of));
        }
        return attributes;
    }

    private static void writeIds(IdIndex index, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < index.size(); i++) {
            lines.append(index.id(i)).append('\n');
        }
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}

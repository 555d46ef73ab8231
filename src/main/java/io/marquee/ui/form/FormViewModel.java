package io.marquee.ui.form;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitMethod;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Preset;
import io.marquee.train.TrainingRequest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the form holds, checked. The preset follows from the values: edited values are "custom" until they match again. */
public final class FormViewModel {

    private final Map<FormField, FieldModel> fields = new EnumMap<>(FormField.class);
    private final SplitForm split;
    private final TrainingRules rules;
    private final ObjectProperty<OptimizerKind> optimizer = new SimpleObjectProperty<>(OptimizerKind.ADAM);
    private final ObjectProperty<EmbeddingUpdates> updates = new SimpleObjectProperty<>(EmbeddingUpdates.LAZY);
    private final BooleanProperty clip = new SimpleBooleanProperty();
    private final BooleanProperty standardize = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper customKept = new ReadOnlyBooleanWrapper();

    private Map<String, String> custom = Map.of();
    private boolean filling;

    public FormViewModel() {
        for (FormField field : FormField.values()) {
            FieldModel model = new FieldModel(field, text -> check(field, text));
            fields.put(field, model);
            model.textProperty().addListener(change -> edited());
        }
        optimizer.addListener(change -> edited());
        updates.addListener(change -> edited());
        clip.addListener(change -> edited());
        standardize.addListener(change -> edited());
        field(FormField.MOMENTUM).enabledProperty().bind(optimizer.isEqualTo(OptimizerKind.NESTEROVS));
        split = new SplitForm(this::field, () -> field(FormField.BATCH_SIZE).refresh());
        rules = new TrainingRules(this::field);
        rules.stopsEarlyProperty().addListener(change -> edited());
        reset();
    }

    /** The state of a typed field. */
    public FieldModel field(FormField field) {
        return fields.get(field);
    }

    /** How ratings are divided. */
    public SplitForm split() {
        return split;
    }

    /** How the learning rate changes and when a run stops early. */
    public TrainingRules rules() {
        return rules;
    }

    public ObjectProperty<OptimizerKind> optimizerProperty() {
        return optimizer;
    }

    public ObjectProperty<EmbeddingUpdates> embeddingUpdatesProperty() {
        return updates;
    }

    public BooleanProperty clipProperty() {
        return clip;
    }

    public BooleanProperty standardizeProperty() {
        return standardize;
    }

    /** The preset whose values the form holds; null where they are of no preset. */
    public ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** Whether there are custom values to go back to. */
    public ReadOnlyBooleanProperty customKeptProperty() {
        return customKept.getReadOnlyProperty();
    }

    /** Fills in the values of a preset; the split stays. */
    public void apply(Preset chosen) {
        fill(() -> write(chosen.hyperparameters()));
    }

    /** Fills in the last values that were of no preset. */
    public void applyCustom() {
        Map<String, String> values = custom;
        fill(() -> read(values));
    }

    /** Back to the values of a first start. */
    public void reset() {
        fill(() -> {
            write(Preset.QUICK_LOOK.hyperparameters());
            split.reset();
        });
    }

    private void fill(Runnable change) {
        filling = true;
        try {
            change.run();
        } finally {
            filling = false;
        }
        edited();
        fields.values().forEach(FieldModel::reveal);
    }

    private void write(Hyperparameters values) {
        fields.forEach((field, model) -> field.textOf(values).ifPresent(model.textProperty()::set));
        optimizer.set(values.optimizer());
        updates.set(values.embeddingUpdates());
        rules.stopsEarlyProperty().set(values.earlyStopping().isPresent());
        clip.set(values.clipPredictions());
        standardize.set(values.standardize());
    }

    private void edited() {
        if (filling) {
            return;
        }
        Optional<Hyperparameters> values = hyperparameters();
        Preset match = null;
        for (Preset candidate : Preset.values()) {
            if (values.isPresent() && sameNetwork(values.get(), candidate.hyperparameters())) {
                match = candidate;
            }
        }
        preset.set(match);
        if (match == null) {
            custom = values();
            customKept.set(true);
        }
    }

    /** Momentum that is not used makes no difference. */
    private static boolean sameNetwork(Hyperparameters values, Hyperparameters preset) {
        return (values.optimizer() == OptimizerKind.NESTEROVS
                ? values : values.toBuilder().momentum(preset.momentum()).build()).equals(preset);
    }

    /** The dataset the form is about, which bounds the batch size; null while there is none. */
    public void setDataset(Dataset opened) {
        split.setDataset(opened);
        field(FormField.BATCH_SIZE).reveal();
    }

    private Optional<String> check(FormField field, String text) {
        try {
            FieldParser.check(field, text);
            if (field == FormField.VALIDATION_FRACTION && rules != null) {
                return rules.checkValidation(FieldParser.number(field, text));
            }
            return field == FormField.BATCH_SIZE ? checkBatch(FieldParser.whole(field, text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> checkBatch(int batch) {
        long available = split.mostTrainRatings();
        return batch <= available ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "Batch size %,d is larger than the train part of this dataset, %,d ratings.", batch, available));
    }

    /** The first field with an error, in the order of the form. */
    public Optional<FormField> firstError() {
        return fields.values().stream().filter(model -> model.error().isPresent()).map(FieldModel::field).findFirst();
    }

    /** Shows all errors there are. */
    public void revealErrors() {
        fields.values().forEach(FieldModel::reveal);
    }

    /** The hyperparameters in the form; empty while a field has an error. */
    public Optional<Hyperparameters> hyperparameters() {
        try {
            return Optional.of(Preset.QUICK_LOOK.hyperparameters().toBuilder()
                    .embeddingSize(FieldParser.whole(FormField.EMBEDDING_SIZE, text(FormField.EMBEDDING_SIZE)))
                    .hiddenLayers(FieldParser.layers(text(FormField.HIDDEN_LAYERS)))
                    .embeddingScale(FieldParser.number(FormField.EMBEDDING_SCALE, text(FormField.EMBEDDING_SCALE)))
                    .optimizer(optimizer.get())
                    .learningRate(FieldParser.number(FormField.LEARNING_RATE, text(FormField.LEARNING_RATE)))
                    .momentum(momentum())
                    .batchSize(FieldParser.whole(FormField.BATCH_SIZE, text(FormField.BATCH_SIZE)))
                    .epochs(FieldParser.whole(FormField.EPOCHS, text(FormField.EPOCHS)))
                    .l2(FieldParser.number(FormField.L2, text(FormField.L2)))
                    .seed(FieldParser.seed(FormField.SEED, text(FormField.SEED)))
                    .clipPredictions(clip.get())
                    .standardize(standardize.get())
                    .embeddingUpdates(updates.get())
                    .schedule(rules.schedule())
                    .earlyStopping(rules.earlyStopping())
                    .build());
        } catch (IllegalArgumentException fieldsSayWhy) {
            return Optional.empty();
        }
    }

    private double momentum() {
        FieldModel momentum = field(FormField.MOMENTUM);
        return momentum.enabledProperty().get()
                ? FieldParser.number(FormField.MOMENTUM, text(FormField.MOMENTUM))
                : Preset.QUICK_LOOK.hyperparameters().momentum();
    }

    private String text(FormField field) {
        return field(field).textProperty().get();
    }

    /** The run the form asks for; empty while a field has an error. */
    public Optional<TrainingRequest> request(DatasetSpec spec, String device) {
        if (firstError().isPresent()) {
            return Optional.empty();
        }
        return hyperparameters().map(values -> new TrainingRequest(spec, split.spec(), values, device));
    }

    /** All values as texts, whether valid or not, to be remembered. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        fields.forEach((field, model) -> values.put(field.name(), model.textProperty().get()));
        values.put("SPLIT", split.methodProperty().get().name());
        values.put("OPTIMIZER", optimizer.get().name());
        values.put("EMBEDDING_UPDATES", updates.get().name());
        values.put("CLIP", Boolean.toString(clip.get()));
        values.put("STOP_EARLY", Boolean.toString(rules.stopsEarlyProperty().get()));
        values.put("STANDARDIZE", Boolean.toString(standardize.get()));
        return values;
    }

    /** Puts back values of an earlier session; what is missing or unknown stays as it is. */
    public void restore(Map<String, String> values) {
        fill(() -> read(values));
    }

    private void read(Map<String, String> values) {
        fields.forEach((field, model) -> {
            String text = values.get(field.name());
            if (text != null) {
                model.textProperty().set(text);
            }
        });
        named(SplitMethod.values(), values.get("SPLIT")).ifPresent(split.methodProperty()::set);
        named(OptimizerKind.values(), values.get("OPTIMIZER")).ifPresent(optimizer::set);
        named(EmbeddingUpdates.values(), values.get("EMBEDDING_UPDATES")).ifPresent(updates::set);
        if (values.containsKey("CLIP")) {
            clip.set(Boolean.parseBoolean(values.get("CLIP")));
        }
        if (values.containsKey("STOP_EARLY")) {
            rules.stopsEarlyProperty().set(Boolean.parseBoolean(values.get("STOP_EARLY")));
        }
        if (values.containsKey("STANDARDIZE")) {
            standardize.set(Boolean.parseBoolean(values.get("STANDARDIZE")));
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] constants, String name) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}

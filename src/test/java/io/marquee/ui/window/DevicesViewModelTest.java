package io.marquee.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.device.Device;
import io.marquee.device.Devices;
import io.marquee.ui.fake.HeldTasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevicesViewModelTest {

    private static final Device CPU = new Device("cpu", "CPU", true, "");
    private static final Device GPU = new Device("gpu0", "A GPU", true, "");
    private static final Device BROKEN = new Device("gpu0", "A GPU", false, "Its driver does not answer.");

    private final HeldTasks tasks = HeldTasks.held();
    private final List<String> problems = new ArrayList<>();
    private List<Device> all = List.of(CPU, GPU);
    private final DevicesViewModel model = new DevicesViewModel(new Devices() {
        @Override
        public List<Device> atOnce() {
            return List.of(CPU);
        }

        @Override
        public List<Device> list() {
            return all;
        }
    }, tasks, (sentence, cause) -> problems.add(sentence));

    @Test
    void theCpuIsThereBeforeADriverAnswers() {
        model.find("");
        tasks.finish(0);
        assertThat(model.list()).containsExactly(CPU);
        assertThat(model.chosenProperty().get()).isEqualTo(CPU);
        assertThat(model.lookingProperty().get()).isTrue();
        tasks.finish(0);
        assertThat(model.list()).containsExactly(CPU, GPU);
        assertThat(model.lookingProperty().get()).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void aGpuChosenLastTimeIsChosenOnceItIsFound() {
        model.find("gpu0");
        tasks.finish(0);
        tasks.finish(0);
        assertThat(model.chosenProperty().get()).isEqualTo(GPU);
        assertThat(problems).isEmpty();
    }

    @Test
    void whatAPersonChoosesMeanwhileStays() {
        model.find("gpu0");
        tasks.finish(0);
        model.choose(CPU);
        tasks.finish(0);
        assertThat(model.chosenProperty().get()).isEqualTo(CPU);
        assertThat(problems).isEmpty();
    }

    @Test
    void aDeviceThatCanNoLongerBeUsedIsNamed() {
        all = List.of(CPU, BROKEN);
        model.find("gpu0");
        tasks.finish(0);
        tasks.finish(0);
        assertThat(model.chosenProperty().get()).isEqualTo(CPU);
        assertThat(problems).singleElement().asString().contains("gpu0, chosen before, cannot be used now")
                .contains("CPU is chosen in its place");
    }

    @Test
    void severalGpusChosenLastTimeAreOneDeviceAgain() {
        all = List.of(CPU, GPU, new Device("gpu1", "Another GPU", true, ""));
        model.find("gpu1,gpu0");
        tasks.finish(0);
        tasks.finish(0);
        assertThat(model.chosenProperty().get().id()).isEqualTo("gpu1,gpu0");
        assertThat(model.list()).contains(model.chosenProperty().get()).hasSize(4);
        assertThat(problems).isEmpty();
    }

    @Test
    void aDeviceIsChosenByItsIdWhereItIsHere() {
        model.find("");
        tasks.finish(0);
        tasks.finish(0);
        assertThat(model.choose("gpu0")).isTrue();
        assertThat(model.choose("gpu3")).isFalse();
        assertThat(model.choose("gpu0,cpu")).isFalse();
        assertThat(model.chosenProperty().get()).isEqualTo(GPU);
    }

    @Test
    void lookingAgainKeepsTheChoice() {
        model.find("gpu0");
        tasks.finish(0);
        tasks.finish(0);
        model.findAgain();
        assertThat(model.lookingProperty().get()).isTrue();
        tasks.finish(0);
        assertThat(model.list()).containsExactly(CPU, GPU);
        tasks.finish(0);
        assertThat(model.chosenProperty().get()).isEqualTo(GPU);
    }
}

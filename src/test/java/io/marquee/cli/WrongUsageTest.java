package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUsageTest {

    private final Services services = FakeServices.with(new ScriptedTraining());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            train --epochs 0                   | Epochs must be a whole number from 1 to 10,000, not 0.
            train --epochs many                | 'many' is not a whole number.
            train --epochs 99999999999         | '99999999999' is too large; give a whole number from 1 to 10,000.
            train --hidden 64,99999999999      | '99999999999' is too large; give sizes, each a whole number from 1 to 16,384.
            train --batch -99999999999         | '-99999999999' is too small; give a whole number from 1 to 1,048,576.
            train --seed 99999999999999999999  | is too large; give a whole number from -9,223,372,036,854,775,808 to
            train --threads 99999999999        | '99999999999' is too large; give one of at most 2,147,483,647.
            tune --vary l2=0,1 --trials 99999999999 | '99999999999' is too large; give a whole number from 1 to 1,000.
            tune --vary embedding=8,99999999999 | Embedding size must be a whole number from 1 to 512, not 99,999,999,999.
            train --epochs                     | Missing required parameter
            train --embedding -3               | Embedding size must be a whole number from 1 to 512, not -3.
            train --hidden 512,,3              | '' is not a whole number.
            train --hidden 0                   | Hidden layer size must be
            train --hidden 1,1,1,1,1,1,1,1,1   | Number of hidden layers must be
            train --learning-rate NaN          | 'NaN' is not a number.
            train --learning-rate 1e400        | '1e400' is not a number.
            train --learning-rate -0.1         | Learning rate must be a number above 0, at most 10, not -0.1.
            train --momentum 1                 | Momentum must be
            train --l2 2                       | L2 must be
            train --batch 0                    | Batch size must be
            train --embedding-scale 0          | Embedding initial scale must be
            train --test-fraction 1            | Test fraction must be
            train --seed 1.5                   | '1.5' is not a whole number.
            train --optimizer lion             | 'lion' is not one of adam, sgd, nesterovs.
            train --preset slow                | 'slow' is not one of quick, lecture.
            train --embedding-updates eager    | 'eager' is not one of lazy, dense.
            train --device tpu                 | There is no device 'tpu' here; there is cpu, cuda:0.
            train --train a.csv                | --test is missing.
            train --test a.csv                 | --train is missing.
            train --train a --test b --data c  | Give either --data or --train and --test, not both.
            train --train a --test b --test-fraction 0.1 | --test-fraction has no meaning
            train again                        | 'again' is one argument too many.
            train --epoch 3                    | Possible solutions: --epochs
            tune                               | Nothing varies: name at least one hyperparameter
            tune --vary embedding              | What is varied is written with its values
            tune --vary speed=1,2              | “speed” cannot be varied
            tune --vary l2=0,0.1 --minutes 0   | The budget must be above 0 minutes
            tune --vary l2=0,0.1 --trials 0    | The number of trials must be from 1 to 1,000, not 0.
            tune --vary l2=0,0.1 --eta 2       | --eta goes with --strategy halving.
            tune --vary l2=0,0.1 --folds 3     | A search compares on one validation part
            tune --vary l2=0,0.1 --strategy halving --epochs 2 | 2 rungs of which each trains 3 times as long need at least 3 epochs
            tune a --data b --vary l2=0,0.1    | Give the data once: 'a' or --data b.
            tune resume                        | Missing required parameter: 'SEARCH'.
            tarin                              | There is no command 'tarin'.
            tarin --epochs 3                   | There is no command 'tarin'.
            recommend                          | Missing required option: '--model=FILE'.
            recommend --model m --all-users    | --all-users needs a file to write to
            recommend --model m --user 1 --out o    | --out goes with --all-users.
            recommend --model m --all-users --out o --genre Drama | --all-users goes with --top
            recommend --model m --all-users --out o --user 1 | Say for whom
            serve --model m --port 70000       | --port must be from 0 to 65535, not 70000.
            serve --model m --prepare -1       | --prepare must be from 0 to 1000, not -1.
            recommend --model m --user 1 --top 0    | --top must be at least 1, not 0.
            recommend --model m --user 1 --top ten  | 'ten' is not a whole number.
            export --model m --out o --format xml   | 'xml' is not one of csv, tsv, dl4j, onnx.
            export --model m --out o --format csv --memory 1 | --memory must be at least 16, not 1.
            evaluate --ratings r               | Missing required option: '--model=FILE'.
            inspect                            | Missing required parameter: 'PATH'.
            synthesize --like ml-9k --out x    | 'ml-9k' is not one of ml-100k, ml-1m, ml-20m.
            benchmark --like netflix           | 'netflix' is not one of ml-100k, ml-1m, ml-20m.
            """)
    void isRefusedWithASentenceAndExitCode2(String command, String sentence) {
        Terminal terminal = Terminal.run(services, command.strip().split(" "));

        assertThat(terminal.err()).contains(sentence).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "train", "recommend", "export", "serve", "evaluate", "inspect", "synthesize", "benchmark"})
    void helpOfEachCommandHasExamples(String command) {
        Terminal terminal = Terminal.run(services, (command + " --help").strip().split(" "));

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("Usage: marquee", "Examples:");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void versionNamesMarqueeDl4jAndJava() {
        Terminal terminal = Terminal.run(services, "--version");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).matches("Marquee \\S+ \\(DeepLearning4j \\S+, Java \\S+\\)\\R");
    }

    @Test
    void withoutACommandTheLauncherDecides() {
        assertThat(Terminal.run(services).exitCode()).isEqualTo(42);
    }
}

package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=HYPERLINK(\"http://example.org\")", "@SUM(1)", "+1+cmd|' /C calc'!A0", "-1+cmd|' /C calc'!A0",
        "+1 (2019)", "\t=1", "\r=1", "-1\n+2"})
    void whatCouldBeAFormulaIsMadeText(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Heat (1995)", "7", "-5", "+3.5", "-abc_1", "1=1", "Am\u00e9lie", "'71 (2014)"})
    void anythingElseIsLeftAlone(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
    }

    @Test
    void aLoneSignIsLeftAlone() {
        assertThat(SpreadsheetCell.of("-")).isEqualTo("-");
    }
}

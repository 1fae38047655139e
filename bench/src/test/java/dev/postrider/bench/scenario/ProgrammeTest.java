package dev.postrider.bench.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
    @Test
    void whatIsPlayedOnDemandIsPlayedOnlyByItsWholeName() {
        assertEquals(List.of("pages"), names(List.of("pages")));
        assertEquals(List.of("pages-10m"), names(List.of("pages-10m")));
        assertFalse(names(List.of()).contains("pages-10m"));
    }

    private static List<String> names(List<String> words) {
        return Programme.chosen(words).stream().map(Scenario::name).toList();
    }
}

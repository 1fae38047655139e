package dev.postrider.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final String METRICS = """
            # TYPE postrider_chat_closes_total counter
            postrider_chat_closes_total{code="1000"} 12.0
            postrider_chat_closes_total{code="4008"} 5.0
            postrider_chat_closes_total_more{code="4008"} 7.0
            """;

    @Test
    void onlyTheSampleOfThatNameAndLabelCounts() {
        assertEquals(5, Samples.of(METRICS, "postrider_chat_closes_total", "code=\"4008\""));
        assertEquals(0, Samples.of(METRICS, "postrider_chat_closes_total", "code=\"4029\""));
    }
}

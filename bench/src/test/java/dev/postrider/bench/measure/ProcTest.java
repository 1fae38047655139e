package dev.postrider.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProcTest {
    @Test
    void ticksAreThoseOfTheProcessWhateverItsName() {
        String stat = "4711 (a (very) odd name) S 1 4711 4711 0 -1 4194560 1 2 3 4 120 35 7 8 20 0 1 0 99 0 0";
        assertEquals(155, Usage.ticks(stat));
    }

    @Test
    void residentMemoryIsInBytes() {
        assertEquals(2_048_000, Memory.resident("Name:\tjava\nVmRSS:\t    2000 kB\nRssAnon:\t 1 kB\n"));
    }

    @Test
    void whatTheSystemHoldsForTcpIsInBytes() {
        assertEquals(
                12 * 4_096,
                Memory.tcp("sockets: used 400\nTCP: inuse 7 orphan 0 tw 3 alloc 9 mem 12\nUDP: inuse 1 mem 4\n"));
    }
}

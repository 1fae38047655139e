package dev.postrider.e2e.fault;

import java.util.List;
import java.util.stream.Stream;

/** Every row there is. */
final class Faults {
    private static final int DEVICES = 2;

    private Faults() {}

    /**
     * A row to be.
     *
     * @param shortRun part of the selection that every test run holds
     * @param devices of each person
     */
    record Named(String name, boolean shortRun, int devices, Fault fault) {}

    private static final List<Named> ALL = List.of(
            quick("nothing breaks", scene -> "nothing was struck"),
            quick("chat node kill -9", ProcessFaults::killAgainAndAgain));

    static List<Named> chosen(FaultTable.Asked asked) {
        Stream<Named> rows = asked.only().isEmpty()
                ? ALL.stream().filter(row -> row.shortRun() || asked.all())
                : ALL.stream().filter(row -> row.name().contains(asked.only()));
        return rows.toList();
    }

    private static Named quick(String name, Fault fault) {
        return new Named(name, true, DEVICES, fault);
    }
}

package dev.postrider.e2e.fault;

import dev.postrider.e2e.load.Crowd;
import java.util.List;
import java.util.stream.Stream;

/** Every row there is. */
final class Faults {
    private static final int LISTENERS = 1_000 / Crowd.LISTENER_DEVICES;

    private Faults() {}

    /**
     * A row to be.
     *
     * @param shortRun part of the selection that every test run holds
     */
    record Named(String name, boolean shortRun, Gathering gathering, Fault fault) {}

    /**
     * Who takes part.
     *
     * @param listeners people who only listen, with many sockets each
     * @param secondDevices each person has two devices with two tabs each
     * @param relayed people connect through relays
     * @param woven the services are of a suite of their own, with the weaving agent
     */
    record Gathering(int listeners, boolean secondDevices, boolean relayed, boolean woven) {
        static final Gathering USUAL = new Gathering(0, false, false, false);
    }

    private static final List<Named> ALL = List.of(
            quick("nothing breaks", scene -> "nothing was struck"),
            quick("chat nodes kill -9", ProcessFaults::killChatNodes),
            quick("chat node SIGSTOP", ProcessFaults.pauseChatNode(12_000)),
            slow("receivers stay, node killed", StayFault.nodeKilled()),
            slow("receivers stay, node SIGSTOP", StayFault.nodeStill(25_000)),
            new Named("answers cut off", false, new Gathering(0, false, true, false), ClientFaults::cutOffAnswers),
            new Named("two devices, two tabs", false, new Gathering(0, true, false, false), ClientFaults::hop),
            slow("repeats after the window", RepeatFaults::repeatAfterTheWindow),
            slow("repeats of the removed", RepeatFaults::repeatAfterRemoval),
            slow("joins and removals", RoomFaults::joinsAndRemovals),
            slow("database read-only", ServerFaults.readOnlyDatabase(20_000)),
            slow("database slow", ServerFaults.slowDatabase(20_000)),
            slow("broker SIGSTOP", ServerFaults.pauseBroker(14_000)),
            quick("redis emptied", ServerFaults::emptyRedis),
            slow("redis killed", ServerFaults::killRedis),
            slow("redis SIGSTOP", ServerFaults.pauseRedis(5_000)),
            slow("database SIGSTOP", ServerFaults.pauseDatabase(20_000)),
            quick("history SIGSTOP", ProcessFaults.pauseHistory(10_000)),
            quick("clients hop", ClientFaults::hop),
            new Named(
                    "1,000 clients cut", true, new Gathering(LISTENERS, false, false, false), ClientFaults::cutAtOnce),
            slow("chat node SIGSTOP 60 s", ProcessFaults.pauseChatNode(60_000)),
            new Named("held before delivery", false, new Gathering(0, false, false, true), new HeldFault()),
            slow("broker SIGSTOP, node dead", ServerFaults.pauseBrokerAndKillNode(14_000)),
            slow("retention overtakes channels", RetentionFaults::overtakeChannels),
            slow("broker killed", ServerFaults::killBroker),
            slow("history killed", ProcessFaults::killHistory),
            slow("history taken over", HistoryFaults::takeOver),
            slow("history away while all ask", HistoryFaults::awayWhileAllAsk),
            slow("chat nodes come and go", ProcessFaults::chatNodesComeAndGo),
            slow("database SIGSTOP 60 s", ServerFaults.pauseDatabase(60_000)));

    static List<Named> chosen(FaultTable.Asked asked) {
        Stream<Named> rows = asked.only().isEmpty()
                ? ALL.stream().filter(row -> row.shortRun() || asked.all())
                : ALL.stream().filter(row -> Stream.of(asked.only().split(";")).anyMatch(row.name()::contains));
        return rows.toList();
    }

    private static Named quick(String name, Fault fault) {
        return new Named(name, true, Gathering.USUAL, fault);
    }

    private static Named slow(String name, Fault fault) {
        return new Named(name, false, Gathering.USUAL, fault);
    }
}

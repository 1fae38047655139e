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
     * @param played in which runs, where none is asked for by its name
     */
    record Named(String name, Played played, Gathering gathering, Fault fault) {}

    /** The more often, the shorter. */
    enum Played {
        /** In every run of the tests, which have five minutes for faults. */
        ALWAYS,
        /** By {@code ./dev faults} as well. */
        ON_COMMAND,
        /** Only by {@code ./dev faults --long}. */
        LONG
    }

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
            command("nothing breaks", scene -> "nothing was struck"),
            always("chat nodes kill -9", ProcessFaults::killChatNodes),
            always("chat node SIGSTOP", ProcessFaults.pauseChatNode(12_000)),
            slow("receivers stay, node killed", StayFault.nodeKilled()),
            slow("receivers stay, node SIGSTOP", StayFault.nodeStill(25_000)),
            new Named(
                    "answers cut off", Played.LONG, new Gathering(0, false, true, false), ClientFaults::cutOffAnswers),
            new Named("two devices, two tabs", Played.LONG, new Gathering(0, true, false, false), ClientFaults::hop),
            slow("repeats after the window", RepeatFaults::repeatAfterTheWindow),
            slow("repeats of the removed", RepeatFaults::repeatAfterRemoval),
            slow("joins and removals", RoomFaults::joinsAndRemovals),
            slow("database read-only", ServerFaults.readOnlyDatabase(20_000)),
            slow("database slow", ServerFaults.slowDatabase(20_000)),
            slow("broker SIGSTOP", ServerFaults.pauseBroker(14_000)),
            command("redis emptied", ServerFaults::emptyRedis),
            slow("redis killed", ServerFaults::killRedis),
            slow("redis SIGSTOP", ServerFaults.pauseRedis(5_000)),
            slow("database SIGSTOP", ServerFaults.pauseDatabase(20_000)),
            always("history SIGSTOP", ProcessFaults.pauseHistory(10_000)),
            command("clients hop", ClientFaults::hop),
            new Named(
                    "1,000 clients cut",
                    Played.ON_COMMAND,
                    new Gathering(LISTENERS, false, false, false),
                    ClientFaults::cutAtOnce),
            slow("chat node SIGSTOP 60 s", ProcessFaults.pauseChatNode(60_000)),
            new Named("held before delivery", Played.LONG, new Gathering(0, false, false, true), new HeldFault()),
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
                ? ALL.stream().filter(row -> row.played().compareTo(asked.rows()) <= 0)
                : ALL.stream().filter(row -> Stream.of(asked.only().split(";")).anyMatch(row.name()::contains));
        return rows.toList();
    }

    private static Named always(String name, Fault fault) {
        return new Named(name, Played.ALWAYS, Gathering.USUAL, fault);
    }

    private static Named command(String name, Fault fault) {
        return new Named(name, Played.ON_COMMAND, Gathering.USUAL, fault);
    }

    private static Named slow(String name, Fault fault) {
        return new Named(name, Played.LONG, Gathering.USUAL, fault);
    }
}

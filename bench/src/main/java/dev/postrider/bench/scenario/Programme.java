package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.RelayProcess;
import dev.postrider.bench.peer.SocketIoSample;
import dev.postrider.bench.peer.XmppServer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All scenarios, in the order in which they are played. */
public final class Programme {
    private static final int SOME = 1_000;
    private static final int CROWD = 5_000;
    private static final int FEW = 10_000;
    private static final int MANY = 50_000;

    private Programme() {}

    public static List<Scenario> all() {
        return Stream.of(
                        Arrays.stream(Direct.Kind.values()).<Scenario>map(Direct::new),
                        peers(),
                        Stream.<Scenario>of(
                                new BareRelay(RelayProcess.Base.VERTX),
                                new BareRelay(RelayProcess.Base.WEBSOCKETS_NEXT),
                                new BareLog(),
                                new BareDurable(false),
                                new BareDurable(true),
                                new Ingest(),
                                new Pages(),
                                new PagesAtSize(),
                                new Absent(),
                                new Storm(),
                                new Bounded(),
                                new Rooms(SOME),
                                new Rooms(CROWD),
                                new Presence(),
                                new Nodes(2),
                                new Nodes(4),
                                new Nodes(8),
                                new Idle(FEW),
                                new IdleDirect(MANY)))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<Scenario> peers() {
        return Stream.concat(
                Arrays.stream(XmppServer.values())
                        .map(server -> new Beside(server.scenario(), server.about(), 0, stage -> server)),
                Stream.of(new Beside(
                        SocketIoSample.NAME,
                        SocketIoSample.ABOUT,
                        1,
                        stage -> new SocketIoSample(
                                stage.suite().home(), stage.suite().world()))));
    }

    /** Those whose name or group holds one of the words, all where there is no word; some only by their whole name. */
    public static List<Scenario> chosen(List<String> words) {
        return all().stream()
                .filter(scenario -> scenario.onDemand()
                        ? words.contains(scenario.name())
                        : words.isEmpty() || words.stream().anyMatch(word -> named(scenario, word)))
                .toList();
    }

    private static boolean named(Scenario scenario, String word) {
        return scenario.name().contains(word) || scenario.group().contains(word);
    }
}

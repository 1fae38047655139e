package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.RelayProcess;
import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.measure.Memory;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sockets that say nothing: what one costs in resident memory, (with n after a full collection − with none) / n. */
final class Idle implements Scenario {
    private static final int SOCKETS_PER_PERSON = 200;
    private static final int FILES_OF_ITS_OWN = 600;
    private static final int SOURCES = 4;

    private final int wanted;

    Idle(int wanted) {
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "idle-" + wanted;
    }

    @Override
    public String about() {
        return "%,d sockets that say nothing: memory of each in chat-service and gateway".formatted(wanted);
    }

    @Override
    public int nodes() {
        return 2;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("chat-service.heap", "2g", "api-gateway.heap", "2g");
    }

    @Override
    public void play(Stage stage) {
        int sockets = Math.min(wanted, allowed());
        List<Person> people = stage.people().signedIn((sockets + SOCKETS_PER_PERSON - 1) / SOCKETS_PER_PERSON);
        Map<String, List<Long>> parts = new TreeMap<>();
        stage.suite().pids().forEach((part, pid) -> {
            if (part.startsWith("chat-service") || part.equals("api-gateway")) {
                parts.computeIfAbsent(part.replaceFirst("-[0-9]+$", ""), name -> new ArrayList<>())
                        .add(pid);
            }
        });
        Doors doors = Doors.of(stage.suite().gateway(), SOURCES);
        Silent.first(stage, doors, people);
        Map<String, Long> before = resident(parts);
        try (Crowd crowd = Crowd.of(stage.vertx(), doors, stage.options().seed())) {
            crowd.gather(Silent.seats(people, sockets));
            Map<String, Long> with = resident(parts);
            stage.results()
                    .figure(name(), "sockets", crowd.size() - crowd.tally().ends(), "", Better.NEITHER);
            for (String part : parts.keySet()) {
                double each = Silent.each(before.getOrDefault(part, 0L), with.getOrDefault(part, 0L), sockets);
                stage.results().figure(name(), "memory, " + part, each, "KiB/socket", Better.LESS);
            }
        }
        bare(stage, people, sockets);
    }

    /** The same sockets at a relay that promises nothing, with a node's heap. */
    private void bare(Stage stage, List<Person> people, int sockets) {
        try (RelayProcess relay = RelayProcess.start(RelayProcess.Base.WEBSOCKETS_NEXT, 0, Silent.AS_A_NODE)) {
            Doors doors = Doors.of(relay.address(), SOURCES);
            Silent.first(stage, doors, people);
            long before = Memory.afterCollection(relay.pid());
            try (Crowd crowd = Crowd.of(stage.vertx(), doors, stage.options().seed())) {
                crowd.gather(Silent.seats(people, sockets));
                double each = Silent.each(before, Memory.afterCollection(relay.pid()), sockets);
                stage.results().figure(name(), "memory, bare websockets-next", each, "KiB/socket", Better.LESS);
            }
        }
    }

    /** The gateway holds two open files for each; fewer than wanted where the machine's limit is low. */
    private static int allowed() {
        var system = (com.sun.management.UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (int) Math.min(Integer.MAX_VALUE, (system.getMaxFileDescriptorCount() - FILES_OF_ITS_OWN) / 2);
    }

    private static Map<String, Long> resident(Map<String, List<Long>> parts) {
        Map<String, Long> bytes = new TreeMap<>();
        parts.forEach((part, pids) ->
                bytes.put(part, pids.stream().mapToLong(Memory::afterCollection).sum()));
        return bytes;
    }
}

package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.RelayProcess;
import dev.postrider.bench.load.CrowdProcess;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.measure.Memory;
import dev.postrider.bench.people.Person;
import dev.postrider.bench.report.Figure.Better;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * More idle sockets than one process may open files: they go straight to three chat nodes, from three processes; then as many
 * to three bare relays. What one costs in resident memory, (with n after a full collection − with none) / n.
 */
final class IdleDirect implements Scenario {
    private static final int NODES = 3;
    private static final int SOCKETS_PER_PERSON = 180;

    private final int wanted;

    IdleDirect(int wanted) {
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "idle-" + wanted;
    }

    @Override
    public String about() {
        return "%,d sockets that say nothing, straight to %d chat nodes, and to bare relays".formatted(wanted, NODES);
    }

    @Override
    public int nodes() {
        return NODES;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("chat-service.heap", "2g");
    }

    @Override
    public void play(Stage stage) {
        int each = wanted / NODES;
        List<Person> people = stage.people().signedIn(each / SOCKETS_PER_PERSON + 1);
        Map<String, Long> pids = stage.suite().pids();
        List<Long> nodes = new ArrayList<>();
        for (int node = 1; node <= NODES; node++) {
            nodes.add(pids.get("chat-service-" + node));
        }
        measure(stage, people, "chat-service", stage.suite().chatNodes(), nodes);
        List<RelayProcess> relays = new ArrayList<>();
        try {
            for (int relay = 0; relay < NODES; relay++) {
                relays.add(RelayProcess.start(RelayProcess.Base.WEBSOCKETS_NEXT, relay, Silent.AS_A_NODE));
            }
            measure(
                    stage,
                    people,
                    "bare websockets-next",
                    relays.stream().map(RelayProcess::address).toList(),
                    relays.stream().map(RelayProcess::pid).toList());
        } finally {
            relays.forEach(RelayProcess::close);
        }
    }

    private void measure(Stage stage, List<Person> people, String what, List<URI> doors, List<Long> pids) {
        for (URI door : doors) {
            Silent.first(stage, Doors.of(door, 1), people);
        }
        long before = resident(pids);
        List<CrowdProcess> crowds = new ArrayList<>();
        try {
            for (int at = 0; at < doors.size(); at++) {
                crowds.add(CrowdProcess.start(doors.get(at), "127.0.0." + (at + 2), people, wanted / NODES));
            }
            crowds.forEach(CrowdProcess::standing);
            long with = resident(pids);
            int standing = crowds.stream().mapToInt(CrowdProcess::standing).sum();
            stage.results().figure(name(), "sockets, " + what, standing, "", Better.NEITHER);
            stage.results()
                    .figure(name(), "memory, " + what, Silent.each(before, with, standing), "KiB/socket", Better.LESS);
        } finally {
            crowds.forEach(CrowdProcess::close);
        }
    }

    private static long resident(List<Long> pids) {
        return pids.stream().mapToLong(Memory::afterCollection).sum();
    }
}

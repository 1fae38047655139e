package dev.postrider.deployment.capacity;

import dev.postrider.contracts.topic.Channels;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.Rendezvous;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Where people sit and what a message costs with so many chat nodes, by the gateway's own choice of nodes.
 *
 * @param nodes of the installation
 * @param used that anybody is sent to
 * @param channelsMax served by the busiest
 * @param busiest people of the busiest node, in shares of an even one's
 * @param togetherPercent of pairs of people sit on one node: their messages need no channel
 * @param recordsOfHundred channel records of a message to a room of 100, and of 5,000
 * @param controlReads records of the control topic that each node reads in a second
 */
record Affinity(
        int nodes,
        int used,
        int channelsMax,
        double busiest,
        double togetherPercent,
        double recordsOfHundred,
        double recordsOfThousands,
        int controlReads) {
    private static final int PEOPLE = 100_000;
    private static final int ROOMS = 200;
    /** chat.channel.say-every is a quarter of a second. */
    private static final int SAID_PER_SECOND = 4;

    private static final long SEED = 7;

    static Affinity of(int nodes) {
        List<String> homes = homes(names(nodes));
        SplittableRandom random = new SplittableRandom(SEED);
        int[] channels =
                IntStream.range(0, PEOPLE).map(person -> channel(random)).toArray();
        Map<String, Integer> people = new HashMap<>();
        Map<String, Set<Integer>> served = new HashMap<>();
        for (int channel : channels) {
            people.merge(homes.get(channel), 1, Integer::sum);
            served.computeIfAbsent(homes.get(channel), node -> new HashSet<>()).add(channel);
        }
        int together = 0;
        for (int pair = 0; pair < PEOPLE; pair++) {
            String one = homes.get(channels[random.nextInt(PEOPLE)]);
            together += one.equals(homes.get(channels[random.nextInt(PEOPLE)])) ? 1 : 0;
        }
        return new Affinity(
                nodes,
                people.size(),
                served.values().stream().mapToInt(Set::size).max().orElse(0),
                people.values().stream().mapToInt(Integer::intValue).max().orElse(0) * (double) nodes / PEOPLE,
                together * 100.0 / PEOPLE,
                records(100, channels, homes, random),
                records(5_000, channels, homes, random),
                SAID_PER_SECOND * nodes);
    }

    /** The node that each of these people is sent to. */
    static String home(String user, List<ChatNode> nodes) {
        return Rendezvous.order(Channels.of(user), nodes).getFirst().name();
    }

    /** Mean number of channels, other than the sending node's, that a message to a room of that size goes to. */
    private static double records(int members, int[] channels, List<String> homes, SplittableRandom random) {
        long records = 0;
        for (int room = 0; room < ROOMS; room++) {
            String sender = homes.get(channels[random.nextInt(PEOPLE)]);
            records += random.ints(members, 0, PEOPLE)
                    .map(person -> channels[person])
                    .distinct()
                    .filter(channel -> !sender.equals(homes.get(channel)))
                    .count();
        }
        return records / (double) ROOMS;
    }

    /** The first choice of each channel. */
    private static List<String> homes(List<ChatNode> nodes) {
        return IntStream.range(0, Channels.COUNT)
                .mapToObj(channel -> Rendezvous.order(channel, nodes).getFirst().name())
                .toList();
    }

    private static List<ChatNode> names(int nodes) {
        return IntStream.range(0, nodes)
                .mapToObj(node -> new ChatNode("10.%d.%d.7".formatted(node / 200, node % 200), 8091, 9091))
                .toList();
    }

    private static int channel(SplittableRandom random) {
        return Channels.of(new UUID(random.nextLong(), random.nextLong()).toString());
    }

    String row() {
        return "| %,d | %d | %d | %.1f × | %.1f %% | %.1f | %.1f | %,d |"
                .formatted(
                        nodes,
                        used,
                        channelsMax,
                        busiest,
                        togetherPercent,
                        recordsOfHundred,
                        recordsOfThousands,
                        controlReads);
    }
}

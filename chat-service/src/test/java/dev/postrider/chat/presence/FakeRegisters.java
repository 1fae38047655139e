package dev.postrider.chat.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the scripts in Redis promise, in memory: registers that expire, and news to whoever follows. */
final class FakeRegisters {
    private static final long TTL = 30_000;

    final List<Node> nodes = new ArrayList<>();
    private final Map<String, Map<String, Long>> words = new HashMap<>();
    private final Map<String, Long> minutes = new HashMap<>();
    boolean away;
    int calls;

    void markOnline(String node, List<String> users, long now) {
        calls++;
        for (String user : users) {
            boolean came = !read(user, now).online();
            words.computeIfAbsent(user, u -> new HashMap<>()).put(node, now + TTL);
            minutes.put(user, now / 60_000);
            if (came) {
                publish(user, new Seen(TTL, now / 60_000), now);
            }
        }
    }

    Map<String, Seen> markOffline(String node, List<LocalUsers.Leaving> users, long now) {
        calls++;
        Map<String, Seen> answers = new LinkedHashMap<>();
        for (LocalUsers.Leaving one : users) {
            boolean mine = words.getOrDefault(one.user(), Map.of()).containsKey(node);
            words.getOrDefault(one.user(), new HashMap<>()).remove(node);
            Seen seen = read(one.user(), now);
            if (mine && !seen.online()) {
                seen = new Seen(0, (now - one.agoMillis()) / 60_000);
                minutes.put(one.user(), seen.minute());
                publish(one.user(), seen, now);
            }
            answers.put(one.user(), seen);
        }
        return answers;
    }

    Map<String, Seen> readAll(List<String> users, long now) {
        calls++;
        Map<String, Seen> answers = new LinkedHashMap<>();
        users.forEach(user -> answers.put(user, read(user, now)));
        return answers;
    }

    void empty() {
        words.clear();
        minutes.clear();
    }

    private Seen read(String user, long now) {
        long until = words.getOrDefault(user, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new Seen(Math.max(0, until - now), minutes.getOrDefault(user, -1L));
    }

    private void publish(String user, Seen seen, long now) {
        nodes.stream().filter(node -> node.followed.contains(user)).forEach(node -> node.board.told(user, seen, now));
    }
}

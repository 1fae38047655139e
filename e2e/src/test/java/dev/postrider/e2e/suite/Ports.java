package dev.postrider.e2e.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A run of free ports and what else these scenarios set, given to the parts by the launcher's settings. */
record Ports(int first) {
    /** Shorter than in production, so that a scenario need not wait for it. */
    static final String KEY_LEAD = "5s";

    /** So that few people, whose passwords are slow to hash, make much load. */
    private static final String SENDS = "200";

    private static final String DELIVERY_TIMEOUT = "10s";
    private static final String REQUEST_TIMEOUT = "4s";
    private static final int RUN = 40;
    private static final int CHAT = 20;
    private static final int CHAT_MANAGEMENT = 30;

    static Ports free() {
        SplittableRandom random = new SplittableRandom();
        return IntStream.generate(() -> random.nextInt(20_000, 30_000))
                .limit(200)
                .filter(Ports::allFree)
                .mapToObj(Ports::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no run of " + RUN + " free ports"));
    }

    int gateway() {
        return first;
    }

    int chat(int number) {
        return first + CHAT + number - 1;
    }

    int door(String part) {
        return switch (part) {
            case "gateway" -> gateway();
            case "auth-service" -> first + 2;
            case "history-service" -> first + 4;
            case "chat-service" -> chat(1);
            case "chat-service-2" -> chat(2);
            default -> throw new IllegalArgumentException(part);
        };
    }

    /** Where a second history-service answers, which nobody asks. */
    int secondHistory() {
        return first + 10;
    }

    /** Where a second gateway listens. */
    int secondGateway() {
        return first + 12;
    }

    int management(String part) {
        return switch (part) {
            case "api-gateway" -> first + 1;
            case "auth-service" -> first + 3;
            case "history-service" -> first + 5;
            case SecondHistory.PART -> first + 11;
            case SecondGateway.PART -> first + 13;
            default -> first + CHAT_MANAGEMENT + Integer.parseInt(part.replace("chat-service-", "")) - 1;
        };
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", "" + gateway());
        settings.put("api-gateway.management-port", "" + management("api-gateway"));
        settings.put("auth-service.port", "" + (first + 2));
        settings.put("auth-service.management-port", "" + management("auth-service"));
        settings.put("history-service.port", "" + (first + 4));
        settings.put("history-service.management-port", "" + management("history-service"));
        settings.put("kafka.port", "" + (first + 6));
        settings.put("kafka.controller-port", "" + (first + 7));
        settings.put("mariadb.port", "" + (first + 8));
        settings.put("redis.port", "" + (first + 9));
        settings.put("chat-service.port", "" + (first + CHAT));
        settings.put("chat-service.management-port", "" + (first + CHAT_MANAGEMENT));
        settings.put("auth.key-lead", KEY_LEAD);
        settings.put("auth.admins", String.join(",", Suite.ADMINISTRATORS));
        settings.put("chat.sends.per-second", SENDS);
        settings.put("chat.sends.burst", SENDS);
        settings.put("chat.journal.delivery-timeout", DELIVERY_TIMEOUT);
        settings.put("chat.journal.request-timeout", REQUEST_TIMEOUT);
        return settings;
    }

    private static boolean allFree(int first) {
        return IntStream.range(first, first + RUN).allMatch(Ports::isFree);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

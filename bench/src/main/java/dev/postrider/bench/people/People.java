package dev.postrider.bench.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The people of all runs, kept in a file for its owner only: a name, a password, and the refresh token of a session that is
 * carried on, which costs the server next to nothing where a sign-in costs a tenth of a second.
 */
public final class People {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "people.json";
    private static final int AT_ONCE = 2;
    private static final int SECRET_BYTES = 18;

    private final Rest rest;
    private final Path file;
    private final List<Kept> kept;

    private record Kept(String username, String password, String refreshToken) {}

    private record SignedIn(Kept kept, Person person) {}

    private People(Rest rest, Path file, List<Kept> kept) {
        this.rest = rest;
        this.file = file;
        this.kept = kept;
    }

    /** @param folder where they are kept */
    public static People of(URI gateway, Path folder) {
        Path file = folder.resolve(FILE);
        List<Kept> kept = new ArrayList<>();
        if (Files.exists(file)) {
            try {
                for (JsonNode row : JSON.readTree(file.toFile())) {
                    kept.add(new Kept(
                            row.path("username").asText(),
                            row.path("password").asText(),
                            row.path("refreshToken").asText()));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new People(new Rest(gateway), file, kept);
    }

    /** So many, always the same first ones, each with a token for a quarter of an hour. */
    public synchronized List<Person> signedIn(int count) {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<SignedIn>> all = IntStream.range(0, count)
                    .mapToObj(
                            number -> pool.submit(() -> number < kept.size() ? again(kept.get(number)) : fresh(number)))
                    .toList();
            List<SignedIn> done = new ArrayList<>();
            for (Future<SignedIn> one : all) {
                done.add(one.get());
            }
            for (int number = 0; number < done.size(); number++) {
                Kept now = done.get(number).kept();
                if (number < kept.size()) {
                    kept.set(number, now);
                } else {
                    kept.add(now);
                }
            }
            save();
            return done.stream().map(SignedIn::person).toList();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("signing in failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A room of the first one's in which all of these are. */
    public String room(List<Person> people, int atOnceMax) throws IOException {
        Person owner = people.getFirst();
        String room = rest.post("/api/rooms", Map.of("name", "everybody", "visibility", "private"), owner)
                .at("/room/id")
                .asText();
        for (int from = 1; from < people.size(); from += atOnceMax) {
            List<String> some = people.subList(from, Math.min(people.size(), from + atOnceMax)).stream()
                    .map(Person::id)
                    .toList();
            rest.post("/api/rooms/" + room + "/members", Map.of("users", some), owner);
        }
        return room;
    }

    /** What the first so many, signed in before, sign in with: bodies of {@code POST /api/auth/login}. */
    public synchronized List<String> signInBodies(int count) {
        return kept.subList(0, count).stream()
                .map(who -> Rest.text(Map.of(
                        "username", who.username(), "password", who.password(), "mode", "token", "device", "bench")))
                .toList();
    }

    private SignedIn again(Kept who) throws IOException {
        try {
            return session(who, rest.post("/api/auth/refresh", Map.of("refreshToken", who.refreshToken())));
        } catch (Rest.RefusedException ended) {
            return signIn(who);
        }
    }

    private SignedIn fresh(int number) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String text = HexFormat.of().formatHex(secret);
        Kept who = new Kept("rider%d.%s".formatted(number, text.substring(0, 8)), text, "");
        rest.post("/api/auth/register", Map.of("username", who.username(), "password", who.password()));
        return signIn(who);
    }

    private SignedIn signIn(Kept who) throws IOException {
        return session(
                who,
                rest.post(
                        "/api/auth/login",
                        Map.of(
                                "username",
                                who.username(),
                                "password",
                                who.password(),
                                "mode",
                                "token",
                                "device",
                                "bench")));
    }

    private static SignedIn session(Kept who, JsonNode answer) {
        return new SignedIn(
                new Kept(
                        who.username(),
                        who.password(),
                        answer.path("refreshToken").asText()),
                new Person(
                        answer.path("user").path("id").asText(),
                        who.username(),
                        answer.path("accessToken").asText()));
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    FILE,
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(
                    beside.toFile(),
                    kept.stream()
                            .map(one -> Map.of(
                                    "username", one.username(),
                                    "password", one.password(),
                                    "refreshToken", one.refreshToken()))
                            .toList());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

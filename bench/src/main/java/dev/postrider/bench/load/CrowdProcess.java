package dev.postrider.bench.load;

import dev.postrider.bench.people.Person;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sockets that only listen, held by a process of its own, because one process may open only so many files. Tokens go in by its
 * standard input, so that no list of processes shows them; it ends when that does.
 */
public final class CrowdProcess implements AutoCloseable {
    private static final String ASK = "?";

    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;

    private CrowdProcess(Process process) {
        this.process = process;
        this.in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Opens sockets of these people in turn; they stand once {@link #standing} has answered.
     *
     * @param source address they come from
     */
    public static CrowdProcess start(URI door, String source, List<Person> people, int sockets) {
        try {
            CrowdProcess crowd = new CrowdProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx2g",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrowdProcess.class.getName(),
                            door.toString(),
                            source,
                            Integer.toString(sockets))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            people.forEach(one -> crowd.in.println(one.token()));
            crowd.in.println();
            return crowd;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many sockets stand; waits until all have been opened. */
    public int standing() {
        in.println(ASK);
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("a process of sockets has ended by itself");
            }
            return Integer.parseInt(line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] words) throws IOException {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<Person> people = new ArrayList<>();
        for (String token = in.readLine(); token != null && !token.isEmpty(); token = in.readLine()) {
            people.add(new Person("", "", token));
        }
        URI door = URI.create(words[0]);
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(words[2]); i++) {
            seats.add(new Seat(people.get(i % people.size()), List.of()));
        }
        Crowd crowd = Crowd.of(Vertx.vertx(), new Doors(door.getHost(), door.getPort(), List.of(words[1])), 0);
        crowd.gather(seats);
        while (in.readLine() != null) {
            out.println(crowd.size() - crowd.tally().ends());
        }
        System.exit(0);
    }
}

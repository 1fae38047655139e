package dev.postrider.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Samples that services tell of themselves, added up over several of them. Blocking. */
public final class Samples {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Samples() {}

    /**
     * @param management doors of the services
     * @param name of the sample, as it stands in their answer
     * @param label a piece of its labels
     */
    public static long sum(List<URI> management, String name, String label) {
        return management.stream().mapToLong(one -> of(text(one), name, label)).sum();
    }

    static long of(String metrics, String name, String label) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String text(URI service) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(service.resolve("/q/metrics"))
                                    .timeout(LIMIT)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

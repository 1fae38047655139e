package dev.postrider.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exported page, read once at the start. A path finds, in this order: the file itself, {@code <path>.html},
 * {@code <path>/index.html}; else the shell of its route family, which is the same for its longest beginning that has one.
 */
public final class PageFiles {
    private final Map<String, PageFile> files;

    private PageFiles(Map<String, PageFile> files) {
        this.files = Map.copyOf(files);
    }

    /** No page at all. */
    public static PageFiles none() {
        return new PageFiles(Map.of());
    }

    /**
     * Reads a folder; blocks, so only at the start.
     *
     * @throws IllegalStateException when the files are larger than {@code bytesMax} together
     */
    public static PageFiles read(Path folder, long bytesMax) {
        if (!Files.isDirectory(folder)) {
            return none();
        }
        var files = new HashMap<String, PageFile>();
        try (var walk = Files.walk(folder)) {
            long bytes = 0;
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(path);
                if (bytes > bytesMax) {
                    throw new IllegalStateException("The page is larger than gateway.page-bytes-max allows: " + folder);
                }
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, PageFile.of(name, Files.readAllBytes(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageFiles(files);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The file for a decoded path, shells included. */
    Optional<PageFile> find(List<String> segments) {
        String path = String.join("/", segments);
        if (files.containsKey(path)) {
            return Optional.of(files.get(path));
        }
        var kept = segments.getLast().isEmpty() ? segments.subList(0, segments.size() - 1) : segments;
        if (looksLikeFile(kept)) {
            return Optional.empty();
        }
        for (int length = kept.size(); length > 0; length--) {
            var shell = shell(String.join("/", kept.subList(0, length)));
            if (shell.isPresent()) {
                return shell;
            }
        }
        return kept.isEmpty() ? Optional.ofNullable(files.get("index.html")) : Optional.empty();
    }

    /** What is shown where nothing is. */
    Optional<PageFile> notFound() {
        return Optional.ofNullable(files.get("404.html"));
    }

    private Optional<PageFile> shell(String path) {
        return Optional.ofNullable(files.get(path + ".html"))
                .or(() -> Optional.ofNullable(files.get(path + "/index.html")));
    }

    /** A missing asset must be 404, not a page: a shell in its place would be cached or run as what it is not. */
    private static boolean looksLikeFile(List<String> segments) {
        return !segments.isEmpty()
                && (segments.getFirst().equals("_next")
                        || segments.getLast().matches(".*\\.(js|css|txt|json|map|png|jpg|svg|ico|woff2?|webmanifest)"));
    }
}

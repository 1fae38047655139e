package dev.postrider.gateway.page;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it is served.
 *
 * @param compressed gzip form, where it is smaller by a tenth at least
 * @param etag of the plain form, without quotes
 * @param immutable its name changes with its content
 * @param scripts hashes of the scripts that stand in it
 */
record PageFile(
        Buffer plain, Optional<Buffer> compressed, String type, String etag, boolean immutable, Set<String> scripts) {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("xml", "application/xml"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("gif", "image/gif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("woff", "font/woff"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wasm", "application/wasm"));
    private static final int GZIP_FROM_BYTES = 512;

    /** @param path from the folder of the page, such as {@code _next/static/x.js} */
    static PageFile of(String path, byte[] bytes) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        boolean text = type.startsWith("text/") || type.contains("json") || type.contains("xml");
        Set<String> scripts =
                ending.equals("html") ? InlineScripts.hashes(new String(bytes, StandardCharsets.UTF_8)) : Set.of();
        String etag = HexFormat.of().formatHex(InlineScripts.sha256(bytes), 0, 12);
        boolean immutable = path.startsWith("_next/static/");
        return new PageFile(
                Buffer.buffer(bytes), text ? gzip(bytes) : Optional.empty(), type, etag, immutable, scripts);
    }

    private static Optional<Buffer> gzip(byte[] bytes) {
        if (bytes.length < GZIP_FROM_BYTES) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream(bytes.length / 2);
        try (var zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < bytes.length * 9L / 10 ? Optional.of(Buffer.buffer(out.toByteArray())) : Optional.empty();
    }
}

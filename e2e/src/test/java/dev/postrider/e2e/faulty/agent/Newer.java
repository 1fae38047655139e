package dev.postrider.e2e.faulty.agent;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The next version of the suite, as far as others notice: its records have a higher schema and a field more, and it reads
 * the old ones, too; its frames have a field more; it greets with a frame of a new type and answers a new one. A process is
 * of that version where, at its start, a file beside the agent names its part. Thread-safe.
 */
public final class Newer {
    public static final String FIELD = "\"hue\":\"teal\"";
    public static final String GREETING = "{\"type\":\"gallop\",\"hooves\":4}";
    /** A frame that only the next version knows. */
    public static final String WAVE = "{\"type\":\"wave\",\"nonce\":\"wave\"}";

    public static final String WAVED = "\"type\":\"waved\"";

    private static final String OLD = "\"schema\":1";
    private static final String NEW = "\"schema\":2";
    private static volatile boolean newer;

    private Newer() {}

    /** Where a file of this name stands beside the agent, the part is of the next version when it starts. */
    public static String mark(String part) {
        return "newer-" + part;
    }

    static void begin(Path file) {
        String settings = System.getProperty("smallrye.config.locations", "");
        String part = settings.substring(settings.lastIndexOf('/') + 1).replace(".properties", "");
        newer = Files.exists(file.resolveSibling(mark(part)));
    }

    /** A record on its way to the log. */
    public static byte[] written(byte[] record) {
        return newer ? bytes(withField(text(record).replace(OLD, NEW))) : record;
    }

    /** A record from the log. */
    public static byte[] read(byte[] record) {
        return newer ? understood(record) : record;
    }

    /** As this version would have written it. */
    public static byte[] understood(byte[] record) {
        return bytes(text(record).replace(NEW, OLD));
    }

    /** A frame for a client. */
    public static byte[] said(byte[] frame) {
        if (!newer) {
            return frame;
        }
        String text = withField(text(frame));
        return bytes(text.contains("\"nonce\":\"wave\"") ? text.replace("\"type\":\"pong\"", WAVED) : text);
    }

    /** A frame of a client. */
    public static String heard(String text) {
        return newer && text.equals(WAVE) ? text.replace("\"type\":\"wave\"", "\"type\":\"ping\"") : text;
    }

    /** A session has its welcome. */
    public static void greeted(Object session) {
        if (!newer) {
            return;
        }
        try {
            Class<?> outgoing = session.getClass().getClassLoader().loadClass("dev.postrider.chat.session.Outgoing");
            Object frame = outgoing.getMethod("event", byte[].class).invoke(null, (Object) bytes(GREETING));
            Method offer = session.getClass().getMethod("offer", outgoing);
            offer.invoke(session, frame);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static String withField(String json) {
        return json.substring(0, json.length() - 1) + "," + FIELD + "}";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.postrider.gateway.guard;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request target that every part reads alike.
 *
 * <ul>
 *   <li>Origin form only, printable ASCII that may stand in an address, whole percent triplets that are UTF-8. The parts
 *       refuse anything else without a word.
 *   <li>No {@code ;}, {@code \}, {@code //}, dot segments, nor any of these, a {@code /}, a percent sign or a control
 *       character in encoded form. {@code %3A} and other letters are fine.
 * </ul>
 *
 * @param uri path and query as received, the one text that is forwarded
 * @param path the decoded path
 * @param segments the decoded path, cut at its slashes
 */
public record CleanPath(String uri, String path, List<String> segments) {
    private static final String NO_ADDRESS = "#\"<>\\^`{|}";
    private static final Pattern FORBIDDEN = Pattern.compile(";|\\\\|//|%(2[fF5]|5[cC]|3[bB]|[01][0-9a-fA-F]|7[fF])");

    /** Checks a request target. @throws Refused 400 for every other one */
    public static CleanPath of(String uri) {
        if (!uri.startsWith("/") || uri.chars().anyMatch(c -> c <= ' ' || c > '~' || NO_ADDRESS.indexOf(c) >= 0)) {
            throw strange();
        }
        int question = uri.indexOf('?');
        String raw = question < 0 ? uri : uri.substring(0, question);
        checkQuery(question < 0 ? "" : uri.substring(question + 1));
        if (FORBIDDEN.matcher(raw).find()) {
            throw strange();
        }
        String path = decoded(raw);
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw strange();
        }
        var segments = List.of(path.substring(1).split("/", -1));
        boolean call = raw.startsWith("/api/");
        if (call && (raw.indexOf('[') >= 0 || raw.indexOf(']') >= 0)) {
            throw strange();
        }
        if (segments.contains(".") || segments.contains("..")) {
            throw strange();
        }
        return new CleanPath(uri, path, segments);
    }

    /** Whether this is a call, not a file. */
    public boolean isApi() {
        return segments.getFirst().equals("api");
    }

    private static void checkQuery(String query) {
        if (decoded(query).indexOf('\0') >= 0) {
            throw strange();
        }
    }

    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.write(c);
            } else if (i + 2 < raw.length() && isHex(raw.charAt(i + 1)) && isHex(raw.charAt(i + 2))) {
                bytes.write(Integer.parseInt(raw, i + 1, i + 3, 16));
                i += 2;
            } else {
                throw strange();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw strange();
        }
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private static Refused strange() {
        return Refused.of(ProblemCode.INVALID, "path", "The address is not one this server understands.");
    }
}

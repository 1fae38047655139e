package dev.postrider.gateway.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the scripts that stand in an exported page, so that its policy can name exactly them. */
final class InlineScripts {
    private static final Pattern SCRIPT =
            Pattern.compile("<script\\b([^>]*)>(.*?)</script\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HAS_SOURCE = Pattern.compile("(^|\\s)src\\s*=", Pattern.CASE_INSENSITIVE);

    private InlineScripts() {}

    /** {@code sha256-…} of each, in their order, each once. A data block gets one too: it does no harm. */
    static Set<String> hashes(String html) {
        var hashes = new LinkedHashSet<String>();
        var scripts = SCRIPT.matcher(html);
        while (scripts.find()) {
            if (!HAS_SOURCE.matcher(scripts.group(1)).find()) {
                hashes.add("sha256-" + Base64.getEncoder().encodeToString(sha256(scripts.group(2))));
            }
        }
        return hashes;
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

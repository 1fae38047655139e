package dev.postrider.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What Autobahn|Testsuite says of one case.
 *
 * @param behaviour {@code OK}, {@code NON-STRICT}, {@code INFORMATIONAL}, {@code UNIMPLEMENTED} or {@code FAILED}
 * @param close the same of how the connection ended, and {@code WRONG CODE}, {@code UNCLEAN}, {@code FAILED BY CLIENT}
 * @param code in the server's close frame, or {@code none}
 */
record Outcome(String behaviour, String close, String code) {
    static Outcome of(JsonNode row) {
        return new Outcome(
                row.path("behavior").asText(),
                row.path("behaviorClose").asText(),
                row.path("remoteCloseCode").asText("none"));
    }

    /** As the standard wants it, or where the standard wants nothing. */
    boolean good() {
        return good(behaviour) && good(close);
    }

    private static boolean good(String word) {
        return word.equals("OK") || word.equals("INFORMATIONAL");
    }

    @Override
    public String toString() {
        return behaviour + ", " + close + ", " + code;
    }
}

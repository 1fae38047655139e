package dev.postrider.bench.load;

/**
 * As much of a server's frame as a load driver needs, found without a parser, because the driver's processor time is the
 * suite's. Relies on {@code type} being the first field and {@code id} standing before any text of a user, which
 * FramesTest holds against the codec of the contract.
 */
final class Frames {
    private static final String TYPE = "{\"type\":\"";
    private static final String ID = "\"id\":\"";
    static final String PING = "{\"type\":\"ping\",\"nonce\":\"bench\"}";

    private static final String POSITION = "\"position\":";
    private static final String CONVERSATION = "\"conversation\":\"";
    private static final String CURSOR = "\"cursor\":\"";
    private static final String BEHIND = "\"behind\":true";
    private static final String THROUGH = "\"through\":\"";

    private Frames() {}

    enum Kind {
        ACCEPTED,
        MESSAGE,
        REJECTED,
        WELCOME,
        CHECKPOINT,
        OTHER
    }

    static Kind kind(String frame) {
        if (!frame.startsWith(TYPE)) {
            return Kind.OTHER;
        }
        int at = TYPE.length();
        if (frame.startsWith("message\"", at)) {
            return Kind.MESSAGE;
        }
        if (frame.startsWith("accepted\"", at)) {
            return Kind.ACCEPTED;
        }
        if (frame.startsWith("rejected\"", at)) {
            return Kind.REJECTED;
        }
        if (frame.startsWith("welcome\"", at)) {
            return Kind.WELCOME;
        }
        return frame.startsWith("checkpoint\"", at) ? Kind.CHECKPOINT : Kind.OTHER;
    }

    /** Where the id's text begins, or -1. */
    static int idAt(String frame) {
        int at = frame.indexOf(ID);
        return at < 0 || !MessageTag.fits(frame, at + ID.length()) ? -1 : at + ID.length();
    }

    /** The frame's position, or -1. */
    static long position(String frame) {
        int at = frame.indexOf(POSITION);
        if (at < 0) {
            return -1;
        }
        long position = 0;
        for (int i = at + POSITION.length(); i < frame.length() && Character.isDigit(frame.charAt(i)); i++) {
            position = position * 10 + (frame.charAt(i) - '0');
        }
        return position;
    }

    /** The frame's conversation; empty where there is none. */
    static String conversation(String frame) {
        return text(frame, CONVERSATION);
    }

    /** What a welcome says to sync up to; empty where there is none. */
    static String through(String frame) {
        return text(frame, THROUGH);
    }

    /** What an answer of {@code /api/sync} says to go on from. */
    static String cursor(String answer) {
        return text(answer, CURSOR);
    }

    /** Whether that answer is to be asked for again; the field stands before any text of a user. */
    static boolean behind(String answer) {
        int conversations = answer.indexOf("\"conversations\"");
        int at = answer.indexOf(BEHIND);
        return at >= 0 && at < conversations;
    }

    private static String text(String frame, String field) {
        int at = frame.indexOf(field);
        if (at < 0) {
            return "";
        }
        int from = at + field.length();
        return frame.substring(from, frame.indexOf('"', from));
    }

    /** A send of an ASCII body without quotes. */
    static String send(String id, String conversation, String body) {
        return "{\"type\":\"send\",\"id\":\"" + id + "\",\"conversation\":\"" + conversation + "\",\"body\":\"" + body
                + "\"}";
    }

    static String mark(String kind, String conversation, long position) {
        return "{\"type\":\"" + kind + "\",\"conversation\":\"" + conversation + "\",\"position\":" + position + "}";
    }
}

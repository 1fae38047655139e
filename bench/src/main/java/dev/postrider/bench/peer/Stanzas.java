package dev.postrider.bench.peer;

import dev.postrider.bench.load.MessageTag;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * As much XML as a load driver needs, found without a parser: every frame of XMPP over WebSocket is one element (RFC 7395),
 * and servers escape {@code <} in text, so that a tag found is a tag.
 */
final class Stanzas {
    static final String OPEN =
            "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='" + XmppServer.HOST + "' version='1.0'/>";
    static final String CLOSE = "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>";
    static final String BIND = "<iq xmlns='jabber:client' type='set' id='bind'>"
            + "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>bench</resource></bind></iq>";
    static final String ENABLE = "<enable xmlns='urn:xmpp:sm:3'/>";
    static final String PRESENCE = "<presence xmlns='jabber:client'/>";
    static final String REQUEST = "<r xmlns='urn:xmpp:sm:3'/>";

    private static final int PAGE = 100;

    private Stanzas() {}

    enum Kind {
        FEATURES,
        SUCCESS,
        FAILURE,
        IQ,
        ENABLED,
        ANSWER,
        REQUEST,
        MESSAGE,
        PRESENCE,
        OTHER
    }

    static Kind kind(String frame) {
        int end = 1;
        while (end < frame.length() && " />".indexOf(frame.charAt(end)) < 0) {
            end++;
        }
        return switch (frame.isEmpty() ? "" : frame.substring(1, end)) {
            case "stream:features" -> Kind.FEATURES;
            case "success" -> Kind.SUCCESS;
            case "failure" -> Kind.FAILURE;
            case "iq" -> Kind.IQ;
            case "enabled" -> Kind.ENABLED;
            case "a" -> Kind.ANSWER;
            case "r" -> Kind.REQUEST;
            case "message" -> Kind.MESSAGE;
            case "presence" -> Kind.PRESENCE;
            default -> Kind.OTHER;
        };
    }

    /** Where the innermost message begins: in an archive's result the one that was kept. */
    static int messageAt(String frame) {
        return frame.lastIndexOf("<message");
    }

    /** Where the value of an attribute of the tag that begins at {@code tag} begins, or -1; either quote. */
    static int attributeAt(String frame, int tag, String name) {
        int at = tag;
        char quote = 0;
        while (at >= 0 && at < frame.length()) {
            char c = frame.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '>') {
                return -1;
            } else if (c == ' ' && frame.startsWith(name, at + 1) && frame.startsWith("=", at + 1 + name.length())) {
                return at + name.length() + 3;
            }
            at++;
        }
        return -1;
    }

    /** That value; empty where there is none. */
    static String attribute(String frame, int tag, String name) {
        int at = attributeAt(frame, tag, name);
        return at < 0 ? "" : frame.substring(at, frame.indexOf(frame.charAt(at - 1), at));
    }

    /** Where a whole id of ours begins, of the message that begins at {@code message}, or -1. */
    static int tagAt(String frame, int message) {
        int at = attributeAt(frame, message, "id");
        boolean whole = MessageTag.fits(frame, at) && frame.indexOf(frame.charAt(at - 1), at) == at + MessageTag.LENGTH;
        return whole ? at : -1;
    }

    /** What an archive's page says to go on from; empty where it is the last one. */
    static String next(String frame) {
        int fin = frame.indexOf("<fin");
        int last = frame.indexOf("<last>");
        if (fin < 0 || last < 0 || attribute(frame, fin, "complete").equals("true")) {
            return "";
        }
        return frame.substring(last + "<last>".length(), frame.indexOf('<', last + 1));
    }

    static String register(String user, String password) {
        return "<iq xmlns='jabber:client' type='set' id='register'><query xmlns='jabber:iq:register'><username>" + user
                + "</username><password>" + password + "</password></query></iq>";
    }

    static String plain(String user, String password) {
        String secret =
                Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8));
        return "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + secret + "</auth>";
    }

    static String page(String after) {
        return "<iq xmlns='jabber:client' type='set' id='archive'><query xmlns='urn:xmpp:mam:2'>"
                + "<set xmlns='http://jabber.org/protocol/rsm'><max>" + PAGE + "</max>"
                + (after.isEmpty() ? "" : "<after>" + after + "</after>") + "</set></query></iq>";
    }

    /** A message to one person; the body is ASCII without markup. */
    static String message(String id, String to, String body) {
        return "<message xmlns='jabber:client' type='chat' id='" + id + "' to='" + to + "'><body>" + body
                + "</body></message>";
    }

    static String answer(long handled) {
        return "<a xmlns='urn:xmpp:sm:3' h='" + handled + "'/>";
    }
}

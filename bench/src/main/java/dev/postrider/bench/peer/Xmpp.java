package dev.postrider.bench.peer;

import dev.postrider.bench.load.Dialect;
import dev.postrider.bench.load.Wire;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * XMPP over WebSocket (RFC 7395) as a client lives it:
 *
 * <pre>
 *   open → features → register (taken already: no matter) → auth PLAIN → success
 *   open → features → bind → enable (XEP-0198) → archive, page by page, where there is one → presence, r → a: welcomed
 *   then message, r → a: accepted
 * </pre>
 *
 * The answer {@code a} says how many stanzas the server has handled: whoever was sent before is answered for.
 */
final class Xmpp implements Dialect {
    private final String path;
    private final String user;
    private final boolean archive;
    private final String address;
    private final Deque<Said> unanswered = new ArrayDeque<>();
    private boolean known;
    private boolean authenticated;
    private boolean counting;
    private boolean welcomed;
    private long said;
    private long heard;
    private long arrivals;

    /** A stanza, as which it was counted; the id is empty where it is no message. */
    private record Said(long number, String id) {}

    /** @param archive whether what happened before is asked for */
    Xmpp(String path, String user, boolean archive) {
        this.path = path;
        this.user = user;
        this.archive = archive;
        this.address = user + "@" + XmppServer.HOST;
    }

    @Override
    public WebSocketConnectOptions upgrade() {
        return new WebSocketConnectOptions().setURI(path).addSubProtocol("xmpp");
    }

    @Override
    public void opened(Wire wire) {
        unanswered.clear();
        authenticated = false;
        counting = false;
        welcomed = false;
        said = 0;
        heard = 0;
        wire.write(Stanzas.OPEN);
    }

    @Override
    public void heard(String frame, Wire wire) {
        switch (Stanzas.kind(frame)) {
            case FEATURES -> features(wire);
            case SUCCESS -> {
                authenticated = true;
                wire.write(Stanzas.OPEN);
            }
            case FAILURE -> wire.refused();
            case ENABLED -> enabled(wire);
            case ANSWER -> answered(frame, wire);
            case REQUEST -> wire.write(Stanzas.answer(heard));
            case IQ -> {
                count();
                result(frame, wire);
            }
            case MESSAGE -> {
                count();
                message(frame, wire);
            }
            case PRESENCE -> count();
            case OTHER -> {}
        }
    }

    @Override
    public void say(String id, String conversation, String body, Wire wire) {
        stanza(Stanzas.message(id, conversation, body), id, wire);
        wire.write(Stanzas.REQUEST);
    }

    /** Before it may be said, a server ends the stream for it. */
    @Override
    public void ping(Wire wire) {
        if (counting) {
            wire.write(Stanzas.REQUEST);
        }
    }

    @Override
    public void leaving(Wire wire) {
        wire.write(Stanzas.CLOSE);
    }

    private void features(Wire wire) {
        if (authenticated) {
            wire.write(Stanzas.BIND);
        } else if (known) {
            wire.write(Stanzas.plain(user, XmppServer.PASSWORD));
        } else {
            wire.write(Stanzas.register(user, XmppServer.PASSWORD));
        }
    }

    private void enabled(Wire wire) {
        counting = true;
        if (archive) {
            stanza(Stanzas.page(""), "", wire);
        } else {
            available(wire);
        }
    }

    private void available(Wire wire) {
        stanza(Stanzas.PRESENCE, "", wire);
        wire.write(Stanzas.REQUEST);
    }

    private void result(String frame, Wire wire) {
        switch (Stanzas.attribute(frame, 0, "id")) {
            case "register" -> {
                known = true;
                wire.write(Stanzas.plain(user, XmppServer.PASSWORD));
            }
            case "bind" -> wire.write(Stanzas.ENABLE);
            case "archive" -> {
                String next = Stanzas.next(frame);
                if (next.isEmpty()) {
                    available(wire);
                } else {
                    stanza(Stanzas.page(next), "", wire);
                }
            }
            default -> {}
        }
    }

    private void stanza(String text, String id, Wire wire) {
        unanswered.add(new Said(++said, id));
        wire.write(text);
    }

    private void answered(String frame, Wire wire) {
        long handled = Long.parseLong(Stanzas.attribute(frame, 0, "h"));
        while (!unanswered.isEmpty() && unanswered.element().number() <= handled) {
            String id = unanswered.remove().id();
            if (!id.isEmpty()) {
                wire.accepted(id, 0);
            } else if (unanswered.isEmpty() && !welcomed) {
                welcomed = true;
                wire.welcomed("");
            }
        }
    }

    /** Of an archive only what is for this person: it keeps both sides. */
    private void message(String frame, Wire wire) {
        int message = Stanzas.messageAt(frame);
        int id = Stanzas.tagAt(frame, message);
        boolean mine = message == 0 || Stanzas.attribute(frame, message, "to").startsWith(address);
        if (id < 0 || !mine) {
            return;
        }
        if (Stanzas.attribute(frame, message, "type").equals("error")) {
            wire.rejected(frame, id);
        } else {
            wire.message(frame, id, "", arrivals++);
        }
    }

    private void count() {
        if (counting) {
            heard++;
        }
    }
}

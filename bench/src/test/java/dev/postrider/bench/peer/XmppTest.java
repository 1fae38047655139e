package dev.postrider.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.bench.load.MessageTag;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmppTest {
    private static final String FEATURES = "<stream:features"
            + " xmlns:stream='http://etherx.jabber.org/streams'><mechanisms"
            + " xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms></stream:features>";
    private static final String SUCCESS = "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>";
    private static final String ENABLED = "<enabled xmlns='urn:xmpp:sm:3'/>";

    private final Paper paper = new Paper();

    @Test
    void signsUpInBindsAndIsWelcomedWhenTheServerHasHandledThePresence() {
        Xmpp xmpp = new Xmpp("/ws", "wren", false);

        xmpp.opened(paper);
        assertEquals(List.of(Stanzas.OPEN), paper.take());
        xmpp.heard("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' id='1'/>", paper);
        xmpp.heard(FEATURES, paper);
        assertTrue(paper.take().getFirst().contains("<username>wren</username>"));
        xmpp.heard("<iq type='error' xmlns='jabber:client' id='register'><error><conflict/></error></iq>", paper);
        assertEquals(List.of(Stanzas.plain("wren", XmppServer.PASSWORD)), paper.take());
        xmpp.heard(SUCCESS, paper);
        xmpp.heard(FEATURES, paper);
        assertEquals(List.of(Stanzas.OPEN, Stanzas.BIND), paper.take());
        xmpp.heard("<iq id=\"bind\" type=\"result\"><bind><jid>wren@localhost/bench</jid></bind></iq>", paper);
        xmpp.heard(ENABLED, paper);
        assertEquals(List.of(Stanzas.ENABLE, Stanzas.PRESENCE, Stanzas.REQUEST), paper.take());
        assertEquals(List.of(), paper.told);

        xmpp.heard("<a xmlns='urn:xmpp:sm:3' h='1'/>", paper);

        assertEquals(List.of("welcomed"), paper.told);
    }

    @Test
    void anAnswerIsForEveryStanzaUpToItsCount() {
        Xmpp xmpp = welcomed(false);

        xmpp.say(tag(7), "moss@localhost", "one", paper);
        xmpp.say(tag(8), "moss@localhost", "two", paper);
        xmpp.say(tag(9), "moss@localhost", "three", paper);
        xmpp.heard("<a xmlns='urn:xmpp:sm:3' h='3'/>", paper);
        xmpp.heard("<a xmlns='urn:xmpp:sm:3' h='3'/>", paper);

        assertEquals(List.of("accepted 7", "accepted 8"), paper.told);
    }

    @Test
    void theServerIsToldHowManyStanzasHaveCome() {
        Xmpp xmpp = welcomed(false);

        xmpp.heard("<presence xmlns='jabber:client' from='wren@localhost/bench'/>", paper);
        xmpp.heard(live(5, "wren@localhost"), paper);
        xmpp.heard("<r xmlns='urn:xmpp:sm:3'/>", paper);

        assertEquals(List.of("<a xmlns='urn:xmpp:sm:3' h='2'/>"), paper.take());
        assertEquals(List.of("message 5 at 0"), paper.told);
    }

    @Test
    void nothingIsSaidBetweenTheStepsOfSigningIn() {
        Xmpp xmpp = new Xmpp("/ws", "wren", false);
        xmpp.opened(paper);
        paper.take();

        xmpp.ping(paper);
        assertEquals(List.of(), paper.take());

        xmpp.heard(ENABLED, paper);
        paper.take();
        xmpp.ping(paper);
        assertEquals(List.of(Stanzas.REQUEST), paper.take());
    }

    @Test
    void archivedMessagesOfBothSidesAreToldApart() {
        Xmpp xmpp = opened(true);
        assertEquals(Stanzas.page(""), paper.take().getLast());

        xmpp.heard(kept(1, "wren@localhost"), paper);
        xmpp.heard(kept(2, "moss@localhost"), paper);
        xmpp.heard(fin("<last>17-b</last>", "false"), paper);
        assertEquals(List.of(Stanzas.page("17-b")), paper.take());
        xmpp.heard(kept(3, "wren@localhost/bench"), paper);
        xmpp.heard(fin("<last>19</last>", "true"), paper);

        assertEquals(List.of(Stanzas.PRESENCE, Stanzas.REQUEST), paper.take());
        assertEquals(List.of("message 1 at 0", "message 3 at 1"), paper.told);
    }

    @Test
    void aMessageThatComesBackIsRejected() {
        Xmpp xmpp = welcomed(false);

        xmpp.heard(
                "<message type='error' from='moss@localhost' to='wren@localhost/bench' id='" + tag(4) + "'/>", paper);

        assertEquals(List.of("rejected 4"), paper.told);
    }

    @Test
    void idsOfOthersAndTextThatLooksLikeAttributesAreLeftAlone() {
        String foreign = "<message to='wren@localhost' id='archive-1'><body> id='" + tag(1) + "'</body></message>";
        String odd = "<message subject=\"a id='x' b>c\" id=\"" + tag(2) + "\"/>";

        assertEquals(-1, Stanzas.tagAt(foreign, 0));
        assertEquals(tag(2), Stanzas.attribute(odd, 0, "id"));
        assertEquals("", Stanzas.attribute("<message>", 0, "id"));
        assertEquals(Stanzas.Kind.OTHER, Stanzas.kind(""));
        assertEquals(Stanzas.Kind.REQUEST, Stanzas.kind("<r/>"));
    }

    @Test
    void plainHasThreePartsWithoutAnAuthorisation() {
        String auth = Stanzas.plain("wren", "secret");
        String secret = auth.substring(auth.indexOf('>') + 1, auth.lastIndexOf('<'));

        assertEquals("\0wren\0secret", new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8));
    }

    private Xmpp opened(boolean archive) {
        Xmpp xmpp = new Xmpp("/ws", "wren", archive);
        xmpp.opened(paper);
        xmpp.heard(SUCCESS, paper);
        xmpp.heard(FEATURES, paper);
        xmpp.heard("<iq id='bind' type='result'/>", paper);
        xmpp.heard(ENABLED, paper);
        return xmpp;
    }

    private Xmpp welcomed(boolean archive) {
        Xmpp xmpp = opened(archive);
        xmpp.heard("<a h='1' xmlns='urn:xmpp:sm:3'/>", paper);
        paper.take();
        paper.told.clear();
        return xmpp;
    }

    private static String tag(long number) {
        return MessageTag.id(1_764_000_000_000L, 3, number);
    }

    private static String live(long number, String to) {
        return "<message xmlns='jabber:client' to='" + to + "' from='moss@localhost/bench' id='" + tag(number)
                + "' type='chat'><stanza-id id='17' by='" + to + "' xmlns='urn:xmpp:sid:0'/><body>x</body></message>";
    }

    private static String kept(long number, String to) {
        return "<message xmlns='jabber:client' to='wren@localhost/bench'><result xmlns='urn:xmpp:mam:2' id='17-a'>"
                + "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-11-29T10:00:00Z'/>"
                + live(number, to) + "</forwarded></result></message>";
    }

    private static String fin(String last, String complete) {
        return "<iq xmlns='jabber:client' type='result' id='archive'><fin xmlns='urn:xmpp:mam:2' complete='" + complete
                + "'><set xmlns='http://jabber.org/protocol/rsm'>" + last + "</set></fin></iq>";
    }
}

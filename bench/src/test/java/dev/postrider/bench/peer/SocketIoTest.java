package dev.postrider.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.bench.load.MessageTag;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketIoTest {
    private static final String ID = MessageTag.id(1_764_000_000_000L, 3, 42);

    private final Paper paper = new Paper();
    private final SocketIo socketIo = new SocketIo("wren");

    @Test
    void joinsByNameAndAnswersTheHeartbeat() {
        socketIo.heard("0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}", paper);
        assertEquals(List.of("40{\"name\":\"wren\"}"), paper.take());
        socketIo.heard("40{\"sid\":\"b\"}", paper);
        socketIo.heard("2", paper);

        assertEquals(List.of("3"), paper.take());
        assertEquals(List.of("welcomed"), paper.told);
    }

    @Test
    void everyMessageAsksForAnAnswerOfItsOwn() {
        socketIo.say(ID, "moss", "hello", paper);
        socketIo.say(ID, "moss", "again", paper);

        assertEquals(
                List.of(
                        "420[\"message\",{\"id\":\"" + ID + "\",\"to\":\"moss\",\"body\":\"hello\"}]",
                        "421[\"message\",{\"id\":\"" + ID + "\",\"to\":\"moss\",\"body\":\"again\"}]"),
                paper.take());
    }

    @Test
    void answersAndMessagesAreToldApart() {
        socketIo.heard("430[{\"id\":\"" + ID + "\",\"ok\":true}]", paper);
        socketIo.heard("431[{\"id\":\"" + ID + "\",\"ok\":false}]", paper);
        socketIo.heard(
                "42[\"message\",{\"id\":\"" + ID + "\",\"from\":\"moss\",\"to\":\"wren\",\"body\":\"x\"}]", paper);
        socketIo.heard("42[\"typing\",{\"id\":\"" + ID + "\"}]", paper);
        socketIo.heard("44{\"message\":\"unauthorized\"}", paper);
        socketIo.heard("432[{\"ok\":false}]", paper);

        assertEquals(List.of("accepted 42", "rejected 42", "message 42 at 0", "refused", "refused"), paper.told);
    }
}

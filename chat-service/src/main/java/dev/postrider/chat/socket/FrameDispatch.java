package dev.postrider.chat.socket;

import dev.postrider.chat.message.AcceptPath;
import dev.postrider.chat.message.Answer;
import dev.postrider.chat.message.Marks;
import dev.postrider.chat.message.Sender;
import dev.postrider.chat.session.EphemeralFrames;
import dev.postrider.chat.time.Ticker;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.FrameCodec.Reading;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What each frame of a client sets in motion. Any thread; nothing blocks. */
@ApplicationScoped
class FrameDispatch {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);
    private static final long SLOWER_MILLIS = 1_000;

    private final AcceptPath accept;
    private final Marks marks;
    private final EphemeralFrames ephemeral;
    private final Renewal renewal;
    private final Clock clock;
    private final Ticker ticker;

    FrameDispatch(
            AcceptPath accept, Marks marks, EphemeralFrames ephemeral, Renewal renewal, Clock clock, Ticker ticker) {
        this.accept = accept;
        this.marks = marks;
        this.ephemeral = ephemeral;
        this.renewal = renewal;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** Completes when the frame is dealt with; never exceptionally. */
    CompletionStage<?> handle(SocketSession socket, String text) {
        return switch (FrameCodec.readClient(text)) {
            case Reading.Refused refused -> refuse(socket, refused.answer());
            case Reading.Good good -> act(socket, good.frame());
        };
    }

    /** For a frame that came faster than it could be taken. */
    void refuseTooFast(SocketSession socket, String text) {
        ServerFrame.Rejected answer = switch (FrameCodec.readClient(text)) {
            case Reading.Refused refused -> refused.answer();
            case Reading.Good(ClientFrame.Numbered frame) -> tooFast(frame.id());
            case Reading.Good other -> tooFast(null);
        };
        refuse(socket, answer);
    }

    private CompletionStage<?> act(SocketSession socket, ClientFrame frame) {
        String user = socket.session().userId();
        switch (frame) {
            case ClientFrame.Numbered numbered -> {
                return submit(socket, numbered);
            }
            case ClientFrame.Renew renew -> {
                return renewal.renew(socket, renew);
            }
            case ClientFrame.Read read -> marks.onRead(user, read);
            case ClientFrame.Delivered delivered -> marks.onDelivered(user, delivered);
            case ClientFrame.Typing typing -> ephemeral.onTyping(socket.session(), typing);
            case ClientFrame.Watch watch -> ephemeral.onWatch(socket.session(), watch);
            case ClientFrame.Ping ping -> socket.answer(new ServerFrame.Pong(ping.nonce(), clock.instant()));
        }
        return DONE;
    }

    private CompletionStage<?> submit(SocketSession socket, ClientFrame.Numbered frame) {
        if (!socket.may("send")) {
            return refuse(
                    socket,
                    new ServerFrame.Rejected(frame.id(), null, RejectCode.FORBIDDEN, "the token lacks: send", null));
        }
        Sender sender = new Sender(socket.session().userId(), socket.session().id());
        return accept.submit(sender, frame)
                .invoke(answer -> tell(socket, answer))
                .subscribeAsCompletionStage();
    }

    private void tell(SocketSession socket, Answer answer) {
        switch (answer) {
            case Answer.Accepted accepted -> socket.answer(accepted.frame());
            case Answer.Rejected rejected -> refuse(socket, rejected.frame());
            case Answer.Unknown unknown -> {}
        }
    }

    private CompletionStage<?> refuse(SocketSession socket, ServerFrame.Rejected answer) {
        socket.refuse(answer, ticker.millis());
        return DONE;
    }

    private static ServerFrame.Rejected tooFast(@org.jspecify.annotations.Nullable String id) {
        return new ServerFrame.Rejected(id, null, RejectCode.RATE, "too fast", SLOWER_MILLIS);
    }
}

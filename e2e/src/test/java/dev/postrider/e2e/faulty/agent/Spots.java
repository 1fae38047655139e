package dev.postrider.e2e.faulty.agent;

import dev.postrider.contracts.frame.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Code that is copied into production methods, one class for each. Copied code sees the types of the place where it
 * lands; whatever needs none of them stands in {@link Mischief}. No lambdas: they would not be copied.
 */
final class Spots {
    private Spots() {}

    /** {@code ChannelFanout.deliver}. */
    static final class Deliver {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(0) Event event,
                @Advice.Argument(value = 1, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object audience) {
            if (event instanceof Event.Message message) {
                Stillness.here(message.id());
                audience = Mischief.audience(message.from(), audience);
            }
        }
    }

    /** {@code KafkaJournal.append}: the answer comes when the record is acknowledged. */
    static final class Append {
        @Advice.OnMethodEnter
        static boolean enter(@Advice.Argument(0) Event event) {
            return event instanceof Event.Message && Mischief.early(event);
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Enter boolean early,
                @Advice.This Object journal,
                @Advice.Argument(0) Event event,
                @Advice.Return(readOnly = false) CompletionStage<Event> answer) {
            if (!(event instanceof Event.Message)) {
                return;
            }
            if (early) {
                long position = Mischief.guess(event.conversation());
                Event stamped = event.stamped(position, java.time.Instant.ofEpochMilli(System.currentTimeMillis()));
                Mischief.answeredEarly(stamped);
                answer = CompletableFuture.completedFuture(stamped);
            } else if (Chance.strikes(Variant.DUPLICATE)) {
                Mischief.call(journal, "append", event);
            }
        }
    }

    /** {@code KafkaJournal.send}, on the journal's own thread. */
    static final class Send {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(
                @Advice.This Object journal,
                @Advice.Argument(0) Event event,
                @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object step,
                @Advice.Argument(2) CompletableFuture<Event> answer) {
            return event instanceof Event.Message message
                    && Mischief.holds(journal, event, step, answer, message.from() + message.conversation());
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Enter boolean held, @Advice.Argument(0) Event event) {
            if (!held && event instanceof Event.Message message) {
                Mischief.letGo(message.from() + message.conversation());
            }
        }
    }

    /** {@code Acceptor.askHistory}: nothing is asked about what was accepted early. */
    static final class Ask {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static @Nullable Object enter(
                @Advice.This Object acceptor,
                @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object attempt,
                @Advice.Argument(1) Event event) {
            return Mischief.delivered(acceptor, attempt, event);
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Enter @Nullable Object instead,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object answer) {
            if (instead != null) {
                answer = instead;
            }
        }
    }

    /** {@code Acceptor.accepted}: after append and delivery. */
    static final class Answered {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object answer) {
            if (Chance.strikes(Variant.REJECT_AFTER_APPEND)) {
                answer = Mischief.rejected(answer);
            }
        }
    }

    /** {@code LogCodec.write}. */
    static final class Encode {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Event event, @Advice.Return(readOnly = false) byte[] record) {
            if (event instanceof Event.Message && Chance.strikes(Variant.CORRUPT)) {
                record = Mischief.corrupted(record);
            }
            record = Newer.written(record);
        }
    }

    /** {@code LogCodec.read}. */
    static final class Decode {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) byte[] record) {
            record = Newer.read(record);
        }
    }

    /** {@code FrameCodec.write}, of a server's frame. */
    static final class Say {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) byte[] frame) {
            frame = Newer.said(frame);
        }
    }

    /** {@code FrameCodec.readClient}. */
    static final class Hear {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) String text) {
            text = Newer.heard(text);
        }
    }

    /** {@code ClientSession.greet}. */
    static final class Greet {
        @Advice.OnMethodExit
        static void exit(@Advice.This Object session) {
            Newer.greeted(session);
        }
    }

    /** {@code LogEvent.dead} in history. */
    static final class Repeat {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean dead) {
            if (Chance.on(Variant.DUPLICATE)) {
                dead = false;
            }
        }
    }

    /** {@code SyncAnswer.Changed.of} in history. */
    static final class CatchUp {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 3, readOnly = false) List<Event> events) {
            events = Mischief.omitted(events);
        }
    }

    /** {@code FrameDispatch.handle}: what a text means is not asked. */
    static final class Handle {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(
                @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object socket,
                @Advice.Argument(1) String text) {
            return Chance.on(Variant.ECHO) && Mischief.echoed(socket, text);
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Enter boolean echoed, @Advice.Return(readOnly = false) CompletionStage<?> answer) {
            if (echoed) {
                answer = CompletableFuture.completedFuture(null);
            }
        }
    }
}

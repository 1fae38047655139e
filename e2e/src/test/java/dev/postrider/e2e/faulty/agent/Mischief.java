package dev.postrider.e2e.faulty.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What the woven code does, without the types of the place where it runs. Thread-safe. */
public final class Mischief {
    /** Accepted so long before the record goes to the log: a kill meanwhile loses it. */
    private static final long EARLY_MILLIS = 8_000;

    private static final long SWAP_MILLIS = 1_000;
    private static final long MOMENT_MILLIS = 800;

    private static final ArrayDeque<Held> HELD = new ArrayDeque<>();
    private static final ThreadLocal<Boolean> LETTING_GO = ThreadLocal.withInitial(() -> false);
    private static final java.util.Set<Object> EARLY =
            java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    private static final java.util.Set<Object> ANSWERED_EARLY =
            java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    private static volatile String bystander = "";

    private Mischief() {}

    /** A record that waits; with {@code behind}, until that sender's next one to the same conversation is gone. */
    private record Held(
            Object journal,
            Object event,
            Object step,
            Object answer,
            @Nullable String behind,
            long until) {}

    /** The same hearers, or one fewer, or one more. */
    public static Object audience(String from, Object audience) {
        try {
            Class<?> type = audience.getClass().getInterfaces()[0];
            Collection<?> now = (Collection<?>) type.getMethod("now").invoke(audience);
            if (now == null) {
                return audience;
            }
            List<String> hearers = now.stream().map(String.class::cast).toList();
            Collection<String> others = recipients(from, hearers);
            return others == hearers
                    ? audience
                    : type.getMethod("of", Collection.class).invoke(null, others);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static Collection<String> recipients(String from, List<String> recipients) {
        if (Chance.strikes(Variant.DROP)) {
            return List.of(from);
        }
        String other = bystander;
        if (!other.isEmpty() && !recipients.contains(other) && Chance.strikes(Variant.LEAK)) {
            List<String> more = new ArrayList<>(recipients);
            more.add(other);
            return more;
        }
        bystander = from;
        return recipients;
    }

    /** Marks an event before the journal's thread sees it: accepted now, appended much later. */
    public static boolean early(Object event) {
        boolean early = Chance.strikes(Variant.ACKNOWLEDGE_EARLY);
        if (early) {
            synchronized (HELD) {
                EARLY.add(event);
            }
        }
        return early;
    }

    /** Remembers what was accepted before its record was even handed over. */
    public static void answeredEarly(Object event) {
        synchronized (HELD) {
            ANSWERED_EARLY.add(event);
        }
    }

    /** What {@code deliver} answers where an event was accepted early; null elsewhere: history need not be asked. */
    public static @Nullable Object delivered(Object acceptor, Object attempt, Object event) {
        synchronized (HELD) {
            if (!ANSWERED_EARLY.remove(event)) {
                return null;
            }
        }
        return call(acceptor, "deliver", attempt, event);
    }

    /** Some position: the true one is not known yet. */
    public static long guess(String conversation) {
        return conversation.hashCode() & 0xff;
    }

    /** True where the journal's thread is to leave this record alone for now. */
    public static boolean holds(Object journal, Object event, Object step, Object answer, String stream) {
        if (LETTING_GO.get()) {
            return false;
        }
        synchronized (HELD) {
            if (HELD.stream().anyMatch(held -> stream.equals(held.behind()))) {
                return false;
            }
            long now = System.currentTimeMillis();
            if (EARLY.remove(event)) {
                return HELD.add(new Held(journal, event, step, answer, null, now + EARLY_MILLIS));
            }
            if (Chance.strikes(Variant.SWAP)) {
                return HELD.add(new Held(journal, event, step, answer, stream, now + SWAP_MILLIS));
            }
        }
        return false;
    }

    /** Hands over what waited for this one. */
    public static void letGo(String stream) {
        if (!LETTING_GO.get()) {
            letGo((held, now) -> stream.equals(held.behind()));
        }
    }

    /** Hands over what has waited long enough. */
    static void letGoOfTheOld() {
        letGo((held, now) -> held.until() < now);
    }

    private static void letGo(BiPredicate<Held, Long> ripe) {
        List<Held> due = new ArrayList<>();
        synchronized (HELD) {
            long now = System.currentTimeMillis();
            for (Iterator<Held> all = HELD.iterator(); all.hasNext(); ) {
                Held held = all.next();
                if (ripe.test(held, now)) {
                    due.add(held);
                    all.remove();
                }
            }
        }
        LETTING_GO.set(true);
        try {
            due.forEach(held -> call(held.journal(), "send", held.event(), held.step(), held.answer()));
        } finally {
            LETTING_GO.set(false);
        }
    }

    /** {@code Answer.rejected} in place of an acceptance. */
    public static Object rejected(Object accepted) {
        try {
            Object frame = accepted.getClass().getMethod("frame").invoke(accepted);
            Object id = frame.getClass().getMethod("id").invoke(frame);
            ClassLoader loader = accepted.getClass().getClassLoader();
            Class<?> codes = Class.forName("dev.postrider.contracts.frame.RejectCode", true, loader);
            Object code = codes.getField("FORBIDDEN").get(null);
            Class<?> answer = Class.forName("dev.postrider.chat.message.Answer", true, loader);
            Method rejected = Arrays.stream(answer.getMethods())
                    .filter(method -> method.getName().equals("rejected"))
                    .findFirst()
                    .orElseThrow();
            return rejected.invoke(null, id, "send", code, "changed its mind", null);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** One letter of the body is another. */
    public static byte[] corrupted(byte[] record) {
        String text = new String(record, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\"body\":\"") + 8;
        byte[] other = record.clone();
        other[at] = (byte) (other[at] == 'x' ? 'y' : 'x');
        return other[at - 1] == '"' && record[at] > 0 && record[at] != '\\' ? other : record;
    }

    /**
     * The events of an answer, but one in so many messages of a moment ago, and the cursor covers it: whoever was away when that was
     * written never hears of it again. (An older one was seen live by most, a newer one will be.)
     */
    public static <T> List<T> omitted(List<T> events) {
        if (!Chance.on(Variant.CURSOR_AHEAD)) {
            return events;
        }
        List<T> left = new ArrayList<>();
        for (T event : events) {
            if (!ofAMomentAgo(event) || !Chance.strikes(Variant.CURSOR_AHEAD)) {
                left.add(event);
            }
        }
        return left;
    }

    private static boolean ofAMomentAgo(Object event) {
        if (!Chance.on(Variant.CURSOR_AHEAD)
                || !event.getClass().getSimpleName().equals("Message")) {
            return false;
        }
        try {
            Instant at = (Instant) event.getClass().getMethod("at").invoke(event);
            long age = System.currentTimeMillis() - at.toEpochMilli();
            return age > MOMENT_MILLIS && age < 3 * MOMENT_MILLIS;
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Says a text back over the session's own outbox; true when that is done. */
    public static boolean echoed(Object socket, String text) {
        try {
            Object session = socket.getClass().getMethod("session").invoke(socket);
            Method offer = Arrays.stream(session.getClass().getMethods())
                    .filter(method -> method.getName().equals("offer"))
                    .findFirst()
                    .orElseThrow();
            Class<?> outgoing = offer.getParameterTypes()[0];
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            offer.invoke(session, outgoing.getMethod("event", byte[].class).invoke(null, (Object) bytes));
            return true;
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Calls a method of a production object by its name and number of arguments. */
    public static @Nullable Object call(Object target, String name, @Nullable Object... arguments) {
        try {
            Method method = Arrays.stream(target.getClass().getDeclaredMethods())
                    .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                    .filter(one -> !one.isBridge())
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException | IllegalAccessException changed) {
            throw new IllegalStateException(changed);
        }
    }
}

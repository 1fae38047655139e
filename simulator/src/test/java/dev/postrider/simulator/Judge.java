package dev.postrider.simulator;

import static dev.postrider.simulator.People.TALK;

import dev.postrider.chat.message.Answer;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.simulator.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says which promises a schedule broke. */
final class Judge {
    private static final long HANDED_OVER_WITHIN = 4_000;

    private final Archive archive;
    private final Broker broker;
    private final List<Node.Given> ledger;
    private final List<Node> nodes;
    private final YardJudge yard;
    private final List<Violation> violations = new ArrayList<>();

    Judge(Archive archive, Broker broker, List<Node.Given> ledger, List<Node> nodes, YardJudge yard) {
        this.yard = yard;
        this.archive = archive;
        this.broker = broker;
        this.ledger = ledger;
        this.nodes = nodes;
    }

    List<Violation> violations() {
        return violations;
    }

    private void broken(Kind kind, String words, Object... values) {
        violations.add(new Violation(kind, words.formatted(values)));
    }

    /**
     * All has been well for a while: whoever is connected was told of every accepted event. (An edit of what was
     * deleted meanwhile, or a reaction to it, is accepted, and nobody needs it.)
     */
    void quiet(long now, List<Device> devices) {
        for (Node.Given given : ledger) {
            if (given.answer() instanceof Answer.Accepted accepted
                    && given.at() < now - HANDED_OVER_WITHIN
                    && isNeeded(given.frame(), accepted.frame().position())) {
                devices.stream()
                        .filter(one -> one.live() && concerns(given.frame(), one, accepted))
                        .filter(one -> !has(given.frame(), one, accepted))
                        .forEach(one -> broken(
                                Kind.MISSED,
                                "%s, connected, was not told of %d, accepted by %s",
                                one.name(),
                                accepted.frame().position(),
                                given.node()));
            }
        }
    }

    private boolean concerns(ClientFrame.Numbered frame, Device device, Answer.Accepted accepted) {
        return frame.conversation().equals(TALK)
                ? People.MEMBERS.contains(device.user())
                : yard.concerns(device.user(), accepted.frame().position());
    }

    private static boolean has(ClientFrame.Numbered frame, Device device, Answer.Accepted accepted) {
        long position = accepted.frame().position();
        return frame.conversation().equals(TALK)
                ? device.view().has(position)
                : device.yard().has(position);
    }

    private boolean isNeeded(ClientFrame.Numbered frame, long position) {
        return !archive.isDead(frame.conversation(), position)
                && !(frame instanceof ClientFrame.Edit edit && archive.isDeleted(TALK, edit.position()))
                && !(frame instanceof ClientFrame.React react && archive.isDeleted(TALK, react.position()));
    }

    /** Never reconnected: by what the nodes told it alone it shows what a fresh snapshot does. */
    void steady(Device device) {
        same(device);
    }

    void end(List<Device> devices, Device stranger) {
        ledger.forEach(this::answer);
        for (Device device : devices) {
            if (device != stranger) {
                same(device);
            }
            if (device.live() || device != stranger) {
                if (!device.pending().isEmpty()) {
                    broken(
                            Kind.UNANSWERED,
                            "%s still waits for %d answers",
                            device.name(),
                            device.pending().size());
                }
            }
        }
        if (stranger.overheard()) {
            broken(Kind.LEAKED, "%s heard of a conversation of others", stranger.name());
        }
        yard.end(devices);
        violations.addAll(yard.violations());
        bounds();
    }

    /** What a node of a later version wrote is there once history can read it. */
    void newer(List<String> ids) {
        for (String id : ids) {
            if (archive.holder(TALK, People.WREN, id).isEmpty()) {
                broken(Kind.LOST, "%s, of a newer schema, is in no table", Frames.brief(id));
            }
        }
    }

    /** History's tables, filled anew from the log. */
    void rebuilt(Archive anew) {
        if (!anew.tables().equals(archive.tables())) {
            broken(
                    Kind.REBUILT_OTHERWISE,
                    "tables filled anew show %s instead of %s",
                    anew.shown(TALK),
                    archive.shown(TALK));
        }
    }

    private void same(Device device) {
        Map<Long, String> fresh = archive.shown(TALK);
        Map<Long, String> shown = device.view().shown();
        if (!shown.equals(fresh)) {
            Map<Long, String> less = new TreeMap<>(fresh);
            less.entrySet().removeAll(shown.entrySet());
            Map<Long, String> more = new TreeMap<>(shown);
            more.entrySet().removeAll(fresh.entrySet());
            broken(Kind.VIEW_DIFFERS, "%s shows %s instead of %s", device.name(), more, less);
        }
    }

    private void answer(Node.Given given) {
        if (given.answer() instanceof Answer.Rejected rejected) {
            rejected(given, rejected.frame().code());
        }
        if (!(given.answer() instanceof Answer.Accepted accepted)) {
            return;
        }
        long position = accepted.frame().position();
        ClientFrame.Numbered frame = given.frame();
        Optional<Holder> holder = archive.holder(frame.conversation(), given.user(), frame.id());
        if (holder.isEmpty()) {
            broken(Kind.LOST, "%s was accepted by %s and is in no table", Frames.brief(frame.id()), given.node());
        } else if (holder.orElseThrow().position() != position) {
            broken(
                    Kind.WRONG_POSITION,
                    "%s answered %s with %d, and %d holds it",
                    given.node(),
                    Frames.brief(frame.id()),
                    position,
                    holder.orElseThrow().position());
        } else if (frame instanceof ClientFrame.Edit edit && byAnother(edit, given.user())) {
            broken(Kind.DEAD, "%s accepted an edit of somebody else's message", given.node());
        }
        if (frame instanceof ClientFrame.Delete delete
                && archive.target(TALK, delete.position()).isPresent()
                && archive.keepsText(TALK, delete.position())) {
            broken(Kind.TEXT_KEPT, "the text of %d is kept though it was deleted", delete.position());
        }
    }

    private boolean byAnother(ClientFrame.Edit edit, String user) {
        return archive.target(TALK, edit.position())
                .map(target -> !target.from().equals(user))
                .orElse(true);
    }

    /**
     * Rejected for good, though an attempt handed over before holds the id. What is refused
     * for now is tried again; and who has not heard a refusal yet may say the frame again, so that it appears after all.
     */
    private void rejected(Node.Given given, RejectCode code) {
        if (code == RejectCode.RATE || code == RejectCode.UNAVAILABLE) {
            return;
        }
        archive.holder(given.frame().conversation(), given.user(), given.frame().id())
                .filter(holder -> !holder.type().equals("voided")
                        && broker.handedAt(given.frame().conversation(), holder.position()) < given.at())
                .ifPresent(holder -> broken(
                        Kind.REJECTED_BUT_THERE,
                        "%s rejected %s, which stands at %d",
                        given.node(),
                        Frames.brief(given.frame().id()),
                        holder.position()));
    }

    private void bounds() {
        Optional.ofNullable(archive.twice()).ifPresent(words -> broken(Kind.STORED_TWICE, words));
        for (Node node : nodes) {
            if (node.appendsMost() > Node.UNDER_WAY_MAX) {
                broken(Kind.UNBOUNDED, "%d appends of %s were under way at once", node.appendsMost(), node.name());
            }
            if (node.marksMost() > 1) {
                broken(Kind.UNBOUNDED, "%s appended %d marks within a second", node.name(), node.marksMost());
            }
        }
    }
}

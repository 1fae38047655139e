package dev.postrider.chat.room;

import dev.postrider.chat.room.Decision.Done;
import dev.postrider.chat.room.Decision.Refused;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.frame.LeaveReason;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may change what of a room, and what that does: the contract's table. Pure. */
public final class RoomRules {
    public static final int MEMBERS_MAX = 10_000;
    /** Counted before one comes into another: who is let into several at once may have a few more. */
    public static final int ROOMS_MAX = 1_000;

    static final String TOO_MANY_ROOMS = "Nobody is in more than " + ROOMS_MAX + " rooms.";

    private static final RoomChange NOTHING = new RoomChange(null, null, null, null, null);

    private final RoomFacts room;
    private final String caller;
    private final String id;
    private long change;

    private RoomRules(RoomFacts room, String caller) {
        this.room = room;
        this.caller = caller;
        this.id = room.conversation();
        this.change = room.change();
    }

    /** What this command, given by {@code caller}, does to a room that is so now. */
    public static Decision decide(RoomFacts room, String caller, RoomCommand command) {
        boolean invited = command instanceof RoomCommand.Join && room.invited();
        if (!room.visibleTo(caller) && !invited) {
            return Decision.Refused.NOTHING_HERE;
        }
        return new RoomRules(room, caller).decide(command);
    }

    /** The first events of a new room. */
    public static List<Event> founded(
            String room, String owner, String name, String topic, Visibility visibility, Settings settings) {
        RoomChange all = new RoomChange(name, topic, visibility, false, settings);
        String conversation = "room:" + room;
        return List.of(
                new Event.Room(conversation, Event.UNSTAMPED, owner, Instant.EPOCH, all, 1L),
                new Event.Joined(
                        conversation, Event.UNSTAMPED, owner, List.of(owner), Role.Name.owner, Instant.EPOCH, 2L));
    }

    private Decision decide(RoomCommand command) {
        return switch (command) {
            case RoomCommand.Join join -> join();
            case RoomCommand.Leave leave -> leave(leave.reason());
            case RoomCommand.Change wanted -> change(wanted.patch());
            case RoomCommand.Add add -> add(add);
            case RoomCommand.Appoint appoint -> appoint(appoint);
            case RoomCommand.Remove remove -> remove(remove);
            case RoomCommand.Unban unban -> unban(unban);
            case RoomCommand.Delete delete -> isOwner() ? Done.of(changed(RoomChange.deletion())) : forbidden();
        };
    }

    private Decision join() {
        if (mine().isPresent()) {
            return Done.AS_IT_IS;
        }
        if (room.archived()) {
            return archived();
        }
        if (room.isBanned(caller)) {
            return no(ProblemCode.FORBIDDEN, "You are banned from this room.");
        }
        if (room.crowded().contains(caller)) {
            return no(ProblemCode.FORBIDDEN, TOO_MANY_ROOMS);
        }
        return room.members() >= MEMBERS_MAX ? full() : Done.of(joined(List.of(caller), Role.Name.member));
    }

    /** An archived room answers to nothing but its owner who revives it; whatever else is wanted then comes with it. */
    private Decision change(RoomPatch patch) {
        if (!isAdmin() || (patch.needsOwner() && !isOwner())) {
            return forbidden();
        }
        RoomChange fields = patch.onto(room);
        if (fields.equals(NOTHING)) {
            return Done.AS_IT_IS;
        }
        return room.archived() && !patch.revives() ? archived() : Done.of(changed(fields));
    }

    /** When the owner leaves the heir becomes owner; when the last one does, the room is archived. */
    private Decision leave(LeaveReason reason) {
        if (mine().isEmpty()) {
            return Done.AS_IT_IS;
        }
        if (mine().get() != Role.Name.owner) {
            return Done.of(left(caller, reason));
        }
        return room.heir()
                .<Decision>map(heir -> Done.of(role(heir, Role.Name.owner), left(caller, reason)))
                .orElseGet(() -> lastOneLeaves(reason));
    }

    private Decision lastOneLeaves(LeaveReason reason) {
        Event left = left(caller, reason);
        return room.archived() ? Done.of(left) : Done.of(left, changed(new RoomChange(null, null, null, true, null)));
    }

    private Decision add(RoomCommand.Add add) {
        if (!mayInvite(room, caller)) {
            return forbidden();
        }
        if (!mayGive(mine().orElseThrow(), add.role())) {
            return no(ProblemCode.FORBIDDEN, "You may only give roles below your own.");
        }
        if (room.archived()) {
            return archived();
        }
        Map<String, String> skipped = new LinkedHashMap<>();
        List<String> added = new ArrayList<>();
        for (String user : add.users()) {
            if (room.roleOf(user).isPresent()) {
                skipped.put(user, "member");
            } else if (room.isBanned(user)) {
                skipped.put(user, "banned");
            } else if (room.crowded().contains(user)) {
                skipped.put(user, "rooms");
            } else if (room.members() + added.size() >= MEMBERS_MAX) {
                skipped.put(user, "full");
            } else {
                added.add(user);
            }
        }
        return added.isEmpty()
                ? new Done(List.of(), Map.of(), skipped)
                : new Done(List.of(joined(added, add.role())), Map.of(), skipped);
    }

    private Decision appoint(RoomCommand.Appoint appoint) {
        Optional<Role.Name> theirs = room.roleOf(appoint.user());
        if (theirs.isEmpty()) {
            Decision added = add(new RoomCommand.Add(List.of(appoint.user()), appoint.role()));
            return added instanceof Done done && !done.skipped().isEmpty()
                    ? no(ProblemCode.FORBIDDEN, "They are banned from this room or in too many, or it is full.")
                    : added;
        }
        if (theirs.get() == appoint.role()) {
            return isAdmin() ? Done.AS_IT_IS : forbidden();
        }
        if (room.archived()) {
            return archived();
        }
        if (appoint.role() == Role.Name.owner) {
            return isOwner()
                    ? Done.of(role(appoint.user(), Role.Name.owner), role(caller, Role.Name.admin))
                    : forbidden();
        }
        return above(theirs.get()) && mayGive(mine().orElseThrow(), appoint.role())
                ? Done.of(role(appoint.user(), appoint.role()))
                : forbidden();
    }

    private Decision remove(RoomCommand.Remove remove) {
        if (!isAdmin() || remove.user().equals(caller)) {
            return forbidden();
        }
        if (room.archived()) {
            return archived();
        }
        Optional<Role.Name> theirs = room.roleOf(remove.user());
        Map<String, Boolean> bans = remove.ban() ? Map.of(remove.user(), true) : Map.of();
        if (theirs.isEmpty()) {
            return new Done(List.of(), bans, Map.of());
        }
        LeaveReason reason = remove.ban() ? LeaveReason.banned : LeaveReason.removed;
        return above(theirs.get()) ? new Done(List.of(left(remove.user(), reason)), bans, Map.of()) : forbidden();
    }

    private Decision unban(RoomCommand.Unban unban) {
        if (!isAdmin()) {
            return forbidden();
        }
        return room.archived() ? archived() : new Done(List.of(), Map.of(unban.user(), false), Map.of());
    }

    /** Whether this member may bring others in, themselves or by a link. */
    static boolean mayInvite(RoomFacts room, String user) {
        return room.roleOf(user)
                .filter(role -> role.compareTo(needed(room.settings().invite())) >= 0)
                .isPresent();
    }

    private Optional<Role.Name> mine() {
        return room.roleOf(caller);
    }

    private boolean isAdmin() {
        return mine().filter(role -> role.compareTo(Role.Name.admin) >= 0).isPresent();
    }

    private boolean isOwner() {
        return mine().filter(role -> role == Role.Name.owner).isPresent();
    }

    private boolean above(Role.Name theirs) {
        return isAdmin() && mine().orElseThrow().compareTo(theirs) > 0;
    }

    /** Admins and owners give roles below their own; whoever else may invite makes members and readers. */
    private static boolean mayGive(Role.Name mine, Role.Name given) {
        Role.Name highest = mine.compareTo(Role.Name.admin) >= 0 ? mine : Role.Name.admin;
        return given.compareTo(highest) < 0;
    }

    private static Role.Name needed(Settings.Who who) {
        return who == Settings.Who.members ? Role.Name.member : Role.Name.admin;
    }

    private Event joined(List<String> users, Role.Name role) {
        return new Event.Joined(id, Event.UNSTAMPED, caller, users, role, Instant.EPOCH, ++change);
    }

    private Event left(String user, LeaveReason reason) {
        return new Event.Left(id, Event.UNSTAMPED, caller, user, Instant.EPOCH, reason, ++change);
    }

    private Event role(String user, Role.Name role) {
        return new Event.Role(id, Event.UNSTAMPED, caller, user, Instant.EPOCH, role, ++change);
    }

    private Event changed(RoomChange fields) {
        return new Event.Room(id, Event.UNSTAMPED, caller, Instant.EPOCH, fields, ++change);
    }

    private static Decision forbidden() {
        return no(ProblemCode.FORBIDDEN, "You may not do this here.");
    }

    private static Decision archived() {
        return no(ProblemCode.ARCHIVED, "The room is archived.");
    }

    private static Decision full() {
        return no(ProblemCode.FORBIDDEN, "The room is full.");
    }

    private static Decision no(ProblemCode code, String detail) {
        return new Refused(code, detail);
    }
}

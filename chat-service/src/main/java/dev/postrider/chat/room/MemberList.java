package dev.postrider.chat.room;

import dev.postrider.base.peer.UserDirectory;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in a room, for its members; who is banned from it, for those who run it. For others there is no such list. */
@ApplicationScoped
public class MemberList {
    private static final Comparator<Seated> ORDER = Comparator.comparingInt(Seated::rank)
            .thenComparing(Seated::joinedAt)
            .thenComparing(Seated::user);

    private final SqlMemberList list;
    private final SqlRoomReader rooms;
    private final UserDirectory users;

    MemberList(SqlMemberList list, SqlRoomReader rooms, UserDirectory users) {
        this.list = list;
        this.rooms = rooms;
        this.users = users;
    }

    /** Somebody in a room. */
    public record Member(User user, Role.Name role, Instant joinedAt) {}

    /** @param total how many there are in that role, and with that name where one is searched for */
    public record Members(
            List<Member> members, int total, @Nullable String next) {}

    /**
     * What is asked for.
     *
     * @param query what username or shown name must contain, without case; null for all
     * @param after what {@code next} said; empty for the beginning
     */
    public record Query(@Nullable String query, Role.@Nullable Name role, String after, int limit) {}

    /** The highest roles first, then who has been there longest. */
    public Uni<Members> of(String room, String caller, Query asked) {
        Optional<Seated> after = Seated.at(asked.after());
        if (after.isEmpty() && !asked.after().isEmpty()) {
            throw ProblemException.invalid("after", "form", "is not what next said");
        }
        return roleOf(room, caller)
                .chain(mine -> asked.query() == null
                        ? all(room, asked, after)
                        : named(room, asked, after, asked.query().toLowerCase(Locale.ROOT)));
    }

    /** Who is banned, in the order of their ids. */
    public Uni<RoomList.Stretch<User>> bans(String room, String caller, String after, int limit) {
        return roleOf(room, caller)
                .invoke(mine -> {
                    if (mine.compareTo(Role.Name.admin) < 0) {
                        throw ProblemException.of(ProblemCode.FORBIDDEN);
                    }
                })
                .chain(mine -> DatabaseAway.unavailableIn(list.bans(room, after, limit + 1)))
                .chain(found -> {
                    List<String> shown = found.subList(0, Math.min(limit, found.size()));
                    String next = found.size() > limit ? shown.getLast() : null;
                    return users.findAll(shown)
                            .map(known -> new RoomList.Stretch<>(
                                    known.values().stream().map(User::publicly).toList(), next));
                });
    }

    private Uni<Role.Name> roleOf(String room, String caller) {
        return DatabaseAway.unavailableIn(rooms.seenBy(room, caller))
                .map(found -> found.flatMap(facts -> facts.roleOf(caller)).orElseThrow(SqlRoomReader::notFound));
    }

    private Uni<Members> all(String room, Query asked, Optional<Seated> after) {
        return DatabaseAway.unavailableIn(list.count(room, asked.role()))
                .chain(total -> DatabaseAway.unavailableIn(list.members(room, asked.role(), after, asked.limit() + 1))
                        .chain(found -> users.findAll(ids(found)).map(known -> page(found, known, asked, total))));
    }

    /** Names are auth-service's: a whole room is looked through, from memory where its people were seen before. */
    private Uni<Members> named(String room, Query asked, Optional<Seated> after, String query) {
        return DatabaseAway.unavailableIn(list.members(room, asked.role(), Optional.empty(), RoomRules.MEMBERS_MAX))
                .chain(all -> users.findAll(ids(all)).map(known -> {
                    List<Seated> named = all.stream()
                            .filter(one -> known.containsKey(one.user()))
                            .filter(one -> isNamed(known.get(one.user()), query))
                            .toList();
                    List<Seated> found = named.stream()
                            .filter(one -> after.isEmpty() || ORDER.compare(one, after.get()) > 0)
                            .toList();
                    return page(found, known, asked, named.size());
                }));
    }

    private static boolean isNamed(@Nullable User user, String query) {
        return user != null
                && (user.username().contains(query)
                        || user.displayName().toLowerCase(Locale.ROOT).contains(query));
    }

    private static Members page(List<Seated> found, Map<String, User> known, Query asked, int total) {
        List<Seated> shown = found.subList(0, Math.min(asked.limit(), found.size()));
        List<Member> members = shown.stream()
                .flatMap(one -> Optional.ofNullable(known.get(one.user()))
                        .map(user -> new Member(user.publicly(), one.role(), one.joinedAt()))
                        .stream())
                .toList();
        return new Members(
                members, total, found.size() > asked.limit() ? shown.getLast().place() : null);
    }

    private static List<String> ids(List<Seated> seated) {
        return seated.stream().map(Seated::user).toList();
    }
}

package dev.postrider.history.store;

import dev.postrider.contracts.frame.Everyone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces of statements and columns. */
public final class Sql {
    /** The database's clock in epoch milliseconds. */
    public static final String NOW = "UNIX_TIMESTAMP(NOW(3)) * 1000";

    private Sql() {}

    static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    public static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** User ids as a column holds them; null for none. */
    static @Nullable String list(@Nullable List<String> ids) {
        return ids == null || ids.isEmpty() ? null : String.join(",", ids);
    }

    public static List<String> ids(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(",", -1));
    }

    static @Nullable String column(@Nullable Everyone everyone) {
        return everyone == null ? null : everyone.name();
    }

    public static @Nullable Everyone everyone(@Nullable String column) {
        return column == null ? null : Everyone.valueOf(column);
    }
}

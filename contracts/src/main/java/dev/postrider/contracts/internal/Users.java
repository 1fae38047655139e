package dev.postrider.contracts.internal;

import dev.postrider.contracts.rest.User;
import java.util.List;

/** Answer of {@code GET /internal/users?ids=}: the known ones among those asked for, deactivated ones flagged. */
public record Users(List<User> users) {}

package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that need not wait.
 *
 * @param account as it was read; none where the name is nobody's
 * @param countedAs under which name it counts if it fails
 */
record Attempt(@Nullable Account account, String countedAs) {}

/** Accounts, passwords, sessions, tokens and keys: who somebody is, and that it can be taken back within a second. */
@NullMarked
package dev.postrider.auth;

import org.jspecify.annotations.NullMarked;

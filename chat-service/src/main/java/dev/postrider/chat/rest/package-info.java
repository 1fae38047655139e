/** The frames' REST twins for programs without a socket: same rules, same answers, each field judged by name. */
@NullMarked
package dev.postrider.chat.rest;

import org.jspecify.annotations.NullMarked;

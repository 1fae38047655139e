/** What the gateway says in its own name: problems, traces and the headers that make a browser careful. */
@NullMarked
package dev.postrider.gateway.answer;

import org.jspecify.annotations.NullMarked;

/** Autobahn|Testsuite against the WebSocket protocol as our servers speak it, and what it is known to find. */
@NullMarked
package dev.postrider.e2e.conformance;

import org.jspecify.annotations.NullMarked;

/** The only public door: one origin for the page, the REST calls and the socket. */
@NullMarked
package dev.postrider.gateway;

import org.jspecify.annotations.NullMarked;

/** Nobody takes more than a share: calls by user and address over all gateways, sockets in this one. */
@NullMarked
package dev.postrider.gateway.limit;

import org.jspecify.annotations.NullMarked;

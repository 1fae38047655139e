package dev.postrider.gateway.guard;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The address a call comes from: that of the connection, or what a trusted load balancer added last. */
public final class CallerAddress {
    private final Set<String> trusted;

    public CallerAddress(List<String> trustedProxies) {
        this.trusted = Set.copyOf(trustedProxies);
    }

    /** An address literal; an entry of a trusted proxy that is none is not believed. */
    public String of(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        if (!trusted.contains(peer)) {
            return peer;
        }
        var entries = request.headers().getAll("X-Forwarded-For");
        if (entries.isEmpty()) {
            return peer;
        }
        String list = entries.getLast();
        String last = list.substring(list.lastIndexOf(',') + 1).trim();
        return NetUtil.isValidIpV4Address(last) || NetUtil.isValidIpV6Address(last) ? last : peer;
    }

    /** What limits count by: an IPv4 address, or the first 64 bits of an IPv6 one, which one household shares. */
    public static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length != 16 ? address : HexFormat.of().formatHex(bytes, 0, 8);
    }
}

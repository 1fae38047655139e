package dev.postrider.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Brings devices back as the project's own client does: after a delay with full jitter, then a catch-up to where the
 * welcome says, asked again while history is behind. On one lane's event loop.
 */
final class Returner {
    private static final int FIRST_MILLIS = 500;
    private static final int BACK_OFF_MILLIS_MAX = 30_000;
    private static final int FLOOR_MILLIS = 50;
    private static final int ASK_AGAIN_MILLIS = 1_000;
    private static final int DOUBLINGS_MAX = 16;
    private static final int SYNCS_AT_ONCE = 64;
    private static final int SYNC_MILLIS_MAX = 30_000;
    private static final int OK = 200;

    private final Vertx vertx;
    private final SplittableRandom random;
    private final Tally tally;
    private final Function<Device, io.vertx.core.Future<Void>> connect;
    private final HttpClient http;

    Returner(
            Vertx vertx,
            Doors doors,
            SplittableRandom random,
            Tally tally,
            Function<Device, io.vertx.core.Future<Void>> connect) {
        this.vertx = vertx;
        this.random = random;
        this.tally = tally;
        this.connect = connect;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(doors.host())
                .setDefaultPort(doors.port())
                .setMaxPoolSize(SYNCS_AT_ONCE)
                .setKeepAlive(true));
    }

    void lost(Device device) {
        if (device.away(System.nanoTime())) {
            tally.left();
        }
        comeBack(device, 0);
    }

    private void comeBack(Device device, int attempt) {
        vertx.setTimer(
                backOff(attempt),
                due -> connect.apply(device).onFailure(refused -> {
                    tally.openFailed(why(refused));
                    comeBack(device, attempt + 1);
                }));
    }

    void welcomed(Device device, String through) {
        new Catchup(device, through, device.visit()).ask();
    }

    /** Of one visit: when the device goes, so does this. */
    private final class Catchup {
        private final Device device;
        private final String through;
        private final int visit;
        private int asked;
        private int failed;

        Catchup(Device device, String through, int visit) {
            this.device = device;
            this.through = through;
            this.visit = visit;
        }

        void ask() {
            if (device.visit() == visit) {
                http.request(request())
                        .compose(
                                open -> open.idleTimeout(SYNC_MILLIS_MAX).send().compose(Returner::whole))
                        .onSuccess(this::answered)
                        .onFailure(this::refused);
            }
        }

        private RequestOptions request() {
            String path = "/api/sync?through=" + URLEncoder.encode(through, StandardCharsets.UTF_8)
                    + (device.cursor().isEmpty()
                            ? ""
                            : "&cursor=" + URLEncoder.encode(device.cursor(), StandardCharsets.UTF_8));
            return new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setURI(path)
                    .putHeader(
                            HttpHeaders.AUTHORIZATION,
                            "Bearer " + device.seat().person().token());
        }

        private void answered(String body) {
            if (device.visit() != visit) {
                return;
            }
            tally.answered(body.length());
            device.cursor(Frames.cursor(body));
            if (Frames.behind(body)) {
                tally.behind();
                again((long) (Math.min(BACK_OFF_MILLIS_MAX, ASK_AGAIN_MILLIS << Math.min(asked++, 5))
                        * (0.75 + random.nextDouble() / 2)));
            } else if (device.caughtUpFirst()) {
                tally.served(System.nanoTime() - device.awaySince());
            }
        }

        private void refused(Throwable why) {
            if (device.visit() == visit) {
                tally.syncFailed(why(why));
                again(backOff(failed++));
            }
        }

        private void again(long millis) {
            vertx.setTimer(millis, due -> ask());
        }
    }

    private static io.vertx.core.Future<String> whole(HttpClientResponse response) {
        return response.body()
                .map(Buffer::toString)
                .compose(text -> response.statusCode() == OK
                        ? io.vertx.core.Future.succeededFuture(text)
                        : io.vertx.core.Future.failedFuture("status " + response.statusCode()));
    }

    /** In few words, the same for the same cause. */
    private static String why(Throwable refused) {
        return switch (refused) {
            case UpgradeRejectedException no -> "status " + no.getStatus();
            case NoStackTraceThrowable told -> String.valueOf(told.getMessage());
            default -> refused.getClass().getSimpleName();
        };
    }

    private long backOff(int attempt) {
        int bound = Math.min(BACK_OFF_MILLIS_MAX, FIRST_MILLIS << Math.min(attempt, DOUBLINGS_MAX));
        return FLOOR_MILLIS + random.nextInt(bound);
    }
}

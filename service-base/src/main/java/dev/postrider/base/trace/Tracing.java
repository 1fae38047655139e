package dev.postrider.base.trace;

import dev.postrider.base.SharedConfig;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Makes the steps of what is followed and sends them. Off, it holds nothing of OpenTelemetry, starts no thread and answers
 * {@link Step#NONE}. What cannot be sent is dropped; nothing waits for it.
 */
@Singleton
public final class Tracing {
    /** The header of calls and of records. */
    public static final String HEADER = "traceparent";

    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final int FLUSH_SECONDS_MAX = 2;

    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    @Inject
    Tracing(SharedConfig config, Config all) {
        this(
                config.tracing().enabled()
                        ? provider(
                                config.tracing(),
                                all.getOptionalValue("quarkus.application.name", String.class)
                                        .orElse("unknown"))
                        : null);
    }

    private Tracing(@Nullable SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider == null ? null : provider.get("dev.postrider");
    }

    /** Follows nothing. */
    public static Tracing off() {
        return new Tracing(null);
    }

    /** Tells that provider, closing it with this. */
    static Tracing to(SdkTracerProvider provider) {
        return new Tracing(provider);
    }

    public boolean on() {
        return tracer != null;
    }

    /** The first step of something new, if the draw is for it. */
    public Step begin(String name, Kind kind) {
        return tracer == null ? Step.NONE : Step.begin(tracer, name, kind, Context.root());
    }

    /** The next step after one elsewhere, if that is followed; {@link Step#NONE} where the header is none. */
    public Step after(@Nullable String traceparent, String name, Kind kind) {
        if (tracer == null || traceparent == null) {
            return Step.NONE;
        }
        var form = PARENT.matcher(traceparent);
        if (!form.matches()) {
            return Step.NONE;
        }
        SpanContext before = SpanContext.createFromRemoteParent(
                form.group(1), form.group(2), TraceFlags.fromHex(form.group(3), 0), TraceState.getDefault());
        return before.isValid() && before.isSampled()
                ? Step.begin(tracer, name, kind, Context.root().with(Span.wrap(before)))
                : Step.NONE;
    }

    /** Sends what waits, for two seconds at most. */
    @PreDestroy
    void close() {
        if (provider != null) {
            provider.shutdown().join(FLUSH_SECONDS_MAX, TimeUnit.SECONDS);
        }
    }

    private static SdkTracerProvider provider(SharedConfig.Traces config, String part) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(config.endpoint().toString())
                .build();
        BatchSpanProcessor processor = BatchSpanProcessor.builder(exporter)
                .setScheduleDelay(config.sendEvery())
                .setMaxQueueSize(config.waitingMax())
                .setMaxExportBatchSize(Math.min(config.waitingMax(), 512))
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), part)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.share())))
                .addSpanProcessor(processor)
                .build();
    }
}

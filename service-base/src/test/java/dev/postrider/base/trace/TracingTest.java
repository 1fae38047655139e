package dev.postrider.base.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
    private final List<SpanData> told = new ArrayList<>();

    @Test
    void whereNobodyAskedNothingIsFollowedOrSaid() {
        Tracing off = Tracing.off();

        assertFalse(off.on());
        assertSame(Step.NONE, off.begin("accept", Kind.ANSWERS));
        assertSame(Step.NONE, off.after("00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01", "store", Kind.READS));
        assertSame(Step.NONE, Step.NONE.within("append", Kind.WRITES));
        assertEquals("", Step.NONE.traceparent());
    }

    @Test
    void stepLeadsToTheNextHereAndElsewhere() {
        Tracing here = tracing(Sampler.alwaysOn());
        Tracing elsewhere = tracing(Sampler.parentBased(Sampler.alwaysOff()));
        Step accept = here.begin("accept", Kind.ANSWERS);
        Step append = accept.within("append", Kind.WRITES);

        Step store = elsewhere.after(append.traceparent(), "store", Kind.READS);
        store.end();
        append.end();
        accept.with("postrider.frame", "send").end();

        assertEquals(
                List.of("store", "append", "accept"),
                told.stream().map(SpanData::getName).toList());
        assertEquals(told.get(1).getSpanId(), told.get(0).getParentSpanId());
        assertEquals(told.get(2).getSpanId(), told.get(1).getParentSpanId());
        assertTrue(told.stream().allMatch(span -> span.getTraceId().equals(accept.trace())));
    }

    @Test
    void whatTheDrawIsAgainstHasNoHeader() {
        Step step = tracing(Sampler.traceIdRatioBased(0)).begin("accept", Kind.ANSWERS);

        assertFalse(step.followed());
        assertEquals("", step.within("append", Kind.WRITES).traceparent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-bbbbbbbbbbbbbbbb-01",
                "00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-00",
                "00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-01-more",
                "01-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-01"
            })
    void headerThatIsNoneOrUnfollowedIsNotGoneOnFrom(String header) {
        assertFalse(
                tracing(Sampler.alwaysOn()).after(header, "store", Kind.READS).followed());
    }

    private Tracing tracing(Sampler sampler) {
        return Tracing.to(SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(new Kept()))
                .build());
    }

    private final class Kept implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            told.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}

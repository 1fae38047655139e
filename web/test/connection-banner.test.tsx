import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionBanner } from '@/features/connection/components/connection-banner';
import { Stage } from './stage';

const pass = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

describe('the connection banner', () => {
  let stage: Stage;
  beforeEach(async () => {
    vi.useFakeTimers();
    stage = new Stage();
    stage.show(<ConnectionBanner />);
    await pass(2_000);
  });
  afterEach(() => {
    stage.client.stop();
    vi.useRealTimers();
  });

  it('says nothing while all is well', () => {
    expect(screen.queryByText(/lost|offline|coming/)).toBeNull();
  });

  it('says nothing about a blip', async () => {
    stage.device.cut();
    await pass(900);
    expect(screen.queryByText(/lost/)).toBeNull();
  });

  it('tells of a break that lasts, and is gone once it is over', async () => {
    stage.server.faults.unreachable = true;
    stage.device.cut();
    await pass(5_000);
    expect(screen.getByText(/The connection is lost/)).toBeTruthy();
    stage.server.faults.unreachable = false;
    await pass(60_000);
    expect(screen.queryByText(/lost/)).toBeNull();
  });

  it('tells that the device is offline', async () => {
    stage.device.network(false);
    await pass(1_500);
    expect(screen.getByText(/You are offline/)).toBeTruthy();
  });

  it('tells that older messages are still coming', async () => {
    stage.server.history.readTo = stage.server.log.end;
    stage.hears('not read by history yet');
    stage.device.cut();
    await pass(8_000);
    expect(screen.getByText(/Older messages are still coming/)).toBeTruthy();
  });
});

import { Fault } from './fault';
/** Reads a secret or setting from the environment; a missing one is an operator's mistake and stops the call. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Fault(`environment variable ${name} is not set`);
  return value;
}

/** A setting that has a default. */
export const settingOr = (name: string, otherwise: string): string => process.env[name] || otherwise;

/** Whether the operator has closed the platform: nobody registers any more, and everyone may be erased (P33). */
export const isPlatformClosed = (): boolean => settingOr('PLATFORM_CLOSED', '') === 'true';

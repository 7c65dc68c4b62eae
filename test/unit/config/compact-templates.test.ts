import { leanTemplate } from '../../../config/compact-templates';

const template = `<template name="tmpl_0_8">
  <view hover-class="{{i.p1||'none'}}" hover-start-time="{{xs.b(i.p2,50)}}" bindtouchstart="eh" bindlongpress="eh"
    aria-role="{{i.p3}}" catchtouchmove="eh" style="{{i.st}}" class="{{i.cl}}" bindtap="eh"  id="{{i.uid||i.sid}}" data-sid="{{i.sid}}">
    <template is="{{xs.a(c, item.nn, l)}}" data="{{i:item}}" wx:for="{{i.cn}}" wx:key="sid" />
  </view>
</template>`;

it('keeps what code gives an element, by whichever name, and drops what none does', () => {
  const lean = leanTemplate(
    template,
    'jsx(View,{hoverClass:"on",onLongPress:a,"aria-role":"button",onClick:b})',
  );
  for (const kept of ['hover-class=', 'bindlongpress=', 'aria-role=', 'bindtap='])
    expect(lean).toContain(kept);
  for (const dropped of ['hover-start-time', 'bindtouchstart']) expect(lean).not.toContain(dropped);
});

it('keeps what Taro itself needs of every element, though no code names it', () => {
  expect(leanTemplate(template, '')).toBe(
    '<template name="tmpl_0_8"><view catchtouchmove="eh" style="{{i.st}}" class="{{i.cl}}" id="{{i.uid||i.sid}}" data-sid="{{i.sid}}">' +
      '<template is="{{xs.a(c, item.nn, l)}}" data="{{i:item}}" wx:for="{{i.cn}}" wx:key="sid" /></view></template>',
  );
});
